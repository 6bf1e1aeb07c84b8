SELECT name FROM staff s
WHERE pay > (SELECT AVG(pay) FROM staff o WHERE o.dept = s.dept AND o.id <> s.id);
