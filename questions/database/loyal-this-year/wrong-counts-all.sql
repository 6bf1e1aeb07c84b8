SELECT customer_id, COUNT(*) FROM orders GROUP BY customer_id HAVING SUM(created LIKE '2024%' AND amount > 10) >= 2;
