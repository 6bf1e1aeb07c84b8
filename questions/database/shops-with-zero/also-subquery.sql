SELECT id, (SELECT COUNT(*) FROM orders WHERE shop_id = s.id AND created LIKE '2024-05-%'), (SELECT IFNULL(SUM(amount),0) FROM orders WHERE shop_id = s.id AND created LIKE '2024-05-%') FROM shops s;
