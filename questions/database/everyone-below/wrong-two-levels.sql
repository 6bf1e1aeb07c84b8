SELECT id, 1 FROM staff WHERE boss = 1 UNION ALL SELECT s.id, 2 FROM staff s JOIN staff b ON s.boss = b.id WHERE b.boss = 1;
