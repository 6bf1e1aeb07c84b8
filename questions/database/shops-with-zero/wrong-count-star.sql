SELECT s.id, COUNT(*), COALESCE(SUM(o.amount), 0) FROM shops s LEFT JOIN orders o ON o.shop_id = s.id AND o.created LIKE '2024-05-%' GROUP BY s.id;
