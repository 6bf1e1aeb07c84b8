SELECT s.id, COUNT(o.id), COALESCE(SUM(o.amount), 0) FROM shops s LEFT JOIN orders o ON o.shop_id = s.id WHERE o.created >= '2024-05-01' AND o.created < '2024-06-01' GROUP BY s.id;
