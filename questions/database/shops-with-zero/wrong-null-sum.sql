SELECT s.id, COUNT(o.id), SUM(o.amount) FROM shops s LEFT JOIN orders o ON o.shop_id = s.id AND o.created LIKE '2024-05-%' GROUP BY s.id;
