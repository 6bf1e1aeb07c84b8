SELECT month, ROUND((amount - p) / NULLIF(p, 0) * 100, 1) FROM (SELECT month, amount, LAG(amount) OVER (ORDER BY month) AS p FROM revenue);
