SELECT account, id, SUM(amount) OVER (PARTITION BY account ORDER BY day) FROM movements;
