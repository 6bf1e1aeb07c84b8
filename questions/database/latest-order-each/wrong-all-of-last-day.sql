SELECT customer_id, id, amount FROM orders o WHERE created = (SELECT MAX(created) FROM orders WHERE customer_id = o.customer_id);
