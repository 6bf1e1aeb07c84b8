WITH RECURSIVE below(id, depth) AS (SELECT 1, 0 UNION ALL SELECT s.id, depth + 1 FROM staff s JOIN below b ON s.boss = b.id) SELECT id, depth FROM below;
