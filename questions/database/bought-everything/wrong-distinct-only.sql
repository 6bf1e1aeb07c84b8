SELECT customer FROM purchases GROUP BY customer HAVING COUNT(DISTINCT product) = (SELECT COUNT(*) FROM products);
