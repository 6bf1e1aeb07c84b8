SELECT name FROM staff WHERE pay > (SELECT AVG(pay) FROM staff);
