CREATE TABLE staff (id INTEGER PRIMARY KEY, name TEXT NOT NULL, boss INTEGER, dept TEXT NOT NULL, pay INTEGER NOT NULL);
INSERT INTO staff VALUES (6,'F',1,'x',1),(1,'A',9,'x',9),(9,'Z',NULL,'x',10),(4,'D',6,'x',6),(2,'B',4,'x',5),(8,'H',2,'y',5),(7,'G',9,'y',3);
