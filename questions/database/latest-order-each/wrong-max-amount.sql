SELECT customer_id, MAX(id), MAX(amount) FROM orders GROUP BY customer_id;
