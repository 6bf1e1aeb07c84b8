SELECT COUNT(age), COUNT(score), AVG(score), AVG(COALESCE(score, 0)) FROM survey;
