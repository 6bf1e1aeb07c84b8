SELECT customer_id, COUNT(*) AS n FROM orders WHERE created LIKE '2024-%' AND amount > 10 GROUP BY 1 HAVING n > 1;
