CREATE TABLE staff (id INTEGER PRIMARY KEY, name TEXT NOT NULL, boss INTEGER, dept TEXT NOT NULL, pay INTEGER NOT NULL);
INSERT INTO staff VALUES (1,'A',NULL,'x',5),(2,'B',1,'x',5),(3,'C',1,'x',6),(4,'D',1,'y',100),(5,'E',1,'y',1);
