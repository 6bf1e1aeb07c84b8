SELECT COUNT(*), COUNT(score), AVG(score), COALESCE(SUM(score), 0) * 1.0 / COUNT(*) FROM survey;
