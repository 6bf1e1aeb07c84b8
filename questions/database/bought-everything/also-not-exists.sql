SELECT DISTINCT customer FROM purchases c WHERE NOT EXISTS (SELECT 1 FROM products p WHERE NOT EXISTS (SELECT 1 FROM purchases b WHERE b.customer = c.customer AND b.product = p.id));
