WITH RECURSIVE up(id, depth) AS (SELECT boss, 1 FROM staff WHERE id = 1 UNION ALL SELECT s.boss, depth + 1 FROM staff s JOIN up ON s.id = up.id WHERE s.boss IS NOT NULL) SELECT id, depth FROM up;
