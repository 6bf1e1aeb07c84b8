SELECT month, ROUND(100.0 * (amount - previous) / NULLIF(previous, 0), 1)
FROM (SELECT month, amount, LAG(amount) OVER (ORDER BY month) AS previous FROM revenue);
