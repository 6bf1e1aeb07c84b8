CREATE TABLE articles (id INTEGER PRIMARY KEY, title TEXT NOT NULL, version INTEGER NOT NULL);
INSERT INTO articles VALUES (7,'Better draft',4),(8,'Other',3);
