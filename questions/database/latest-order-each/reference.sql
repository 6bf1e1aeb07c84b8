SELECT customer_id, id, amount
FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY created DESC, id DESC) AS n FROM orders)
WHERE n = 1;
