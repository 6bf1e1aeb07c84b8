CREATE TABLE staff (id INTEGER PRIMARY KEY, name TEXT NOT NULL, boss INTEGER, dept TEXT NOT NULL, pay INTEGER NOT NULL);
INSERT INTO staff VALUES (1,'A',NULL,'x',9),(2,'B',1,'x',8),(3,'C',1,'y',7),(4,'D',2,'x',6),(5,'E',NULL,'y',5);
