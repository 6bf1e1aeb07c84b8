SELECT DISTINCT user FROM (SELECT user, DATE(day, '-' || ROW_NUMBER() OVER (PARTITION BY user ORDER BY day) || ' days') AS island FROM logins) GROUP BY user, island HAVING COUNT(*) >= 3;
