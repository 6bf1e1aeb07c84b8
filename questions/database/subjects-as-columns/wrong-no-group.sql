SELECT pupil, CASE subject WHEN 'math' THEN score END, CASE subject WHEN 'english' THEN score END FROM scores;
