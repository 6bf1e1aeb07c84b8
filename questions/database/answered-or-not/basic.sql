CREATE TABLE survey (person TEXT PRIMARY KEY, age INTEGER, score INTEGER);
INSERT INTO survey VALUES ('a',30,4),('b',NULL,NULL),('c',50,5);
