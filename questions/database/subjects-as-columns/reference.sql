SELECT pupil,
       MAX(CASE subject WHEN 'math' THEN score END) AS math,
       MAX(CASE subject WHEN 'english' THEN score END) AS english
FROM scores GROUP BY pupil;
