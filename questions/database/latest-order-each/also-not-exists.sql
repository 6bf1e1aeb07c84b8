SELECT customer_id, id, amount FROM orders o WHERE NOT EXISTS (SELECT 1 FROM orders p WHERE p.customer_id = o.customer_id AND (p.created > o.created OR (p.created = o.created AND p.id > o.id)));
