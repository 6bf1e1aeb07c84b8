CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, city TEXT, card TEXT, deleted INTEGER NOT NULL);
INSERT INTO customers VALUES (1,'Ann',NULL,NULL,0),(2,NULL,'Oslo','4222',0),(3,'Cai','Lima',NULL,1);
