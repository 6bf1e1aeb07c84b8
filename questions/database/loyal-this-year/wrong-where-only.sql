SELECT customer_id, COUNT(*) FROM orders WHERE created LIKE '2024%' AND amount > 10 GROUP BY customer_id;
