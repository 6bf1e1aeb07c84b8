SELECT month, ROUND(100.0 * (amount - p) / NULLIF(amount, 0), 1) FROM (SELECT month, amount, LAG(amount) OVER (ORDER BY month) AS p FROM revenue);
