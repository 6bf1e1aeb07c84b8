WITH RECURSIVE t AS (SELECT id, 0 AS d FROM staff WHERE id = 1 UNION ALL SELECT s.id, d + 1 FROM staff s JOIN t ON s.boss = t.id) SELECT id, d FROM t WHERE d > 0;
