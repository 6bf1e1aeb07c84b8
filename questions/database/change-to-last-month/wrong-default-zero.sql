SELECT month, ROUND(100.0 * (amount - p) / p, 1) FROM (SELECT month, amount, LAG(amount, 1, amount) OVER (ORDER BY month) AS p FROM revenue);
