SELECT customer_id, id, amount FROM orders WHERE id IN (SELECT MAX(id) FROM orders GROUP BY customer_id);
