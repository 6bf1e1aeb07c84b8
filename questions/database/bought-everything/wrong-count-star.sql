SELECT customer FROM purchases GROUP BY customer HAVING COUNT(*) >= (SELECT COUNT(*) FROM products);
