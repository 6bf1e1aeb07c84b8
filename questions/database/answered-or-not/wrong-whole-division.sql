SELECT COUNT(*), COUNT(score), AVG(score), SUM(score) / COUNT(*) FROM survey;
