SELECT DISTINCT customer FROM purchases WHERE product IN (SELECT id FROM products);
