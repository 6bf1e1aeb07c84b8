SELECT pupil, SUM(CASE subject WHEN 'math' THEN score ELSE 0 END), SUM(CASE subject WHEN 'english' THEN score ELSE 0 END) FROM scores GROUP BY pupil;
