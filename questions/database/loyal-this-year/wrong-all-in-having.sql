SELECT customer_id, COUNT(*) FROM orders GROUP BY customer_id HAVING COUNT(*) >= 2 AND MIN(created) >= '2024-01-01' AND MIN(amount) > 10 AND MAX(created) < '2025-01-01';
