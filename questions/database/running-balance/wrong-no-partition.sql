SELECT account, id, SUM(amount) OVER (ORDER BY day, id) FROM movements;
