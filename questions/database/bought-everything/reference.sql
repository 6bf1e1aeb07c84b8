SELECT customer FROM purchases
WHERE product IN (SELECT id FROM products)
GROUP BY customer
HAVING COUNT(DISTINCT product) = (SELECT COUNT(*) FROM products);
