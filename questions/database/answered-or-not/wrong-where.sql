SELECT COUNT(*), COUNT(score), AVG(score), SUM(score) * 1.0 / COUNT(*) FROM survey WHERE score IS NOT NULL;
