CREATE TABLE articles (id INTEGER PRIMARY KEY, title TEXT NOT NULL, version INTEGER NOT NULL);
INSERT INTO articles VALUES (7,'Draft',5),(3,'Draft',3);
