SELECT customer_id, COUNT(*) FROM orders
WHERE created >= '2024-01-01' AND created < '2025-01-01' AND amount > 10
GROUP BY customer_id
HAVING COUNT(*) >= 2;
