SELECT pupil, SUM(score) FILTER (WHERE subject = 'math'), SUM(score) FILTER (WHERE subject = 'english') FROM scores GROUP BY pupil;
