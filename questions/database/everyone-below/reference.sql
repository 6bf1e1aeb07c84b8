WITH RECURSIVE below(id, depth) AS (
  SELECT id, 1 FROM staff WHERE boss = 1
  UNION ALL
  SELECT s.id, depth + 1 FROM staff s JOIN below b ON s.boss = b.id
)
SELECT id, depth FROM below;
