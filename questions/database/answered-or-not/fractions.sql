CREATE TABLE survey (person TEXT PRIMARY KEY, age INTEGER, score INTEGER);
INSERT INTO survey VALUES ('a',NULL,0),('b',31,1),('c',22,0),('d',1,NULL);
