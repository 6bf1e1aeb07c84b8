CREATE TABLE products (id INTEGER PRIMARY KEY);
CREATE TABLE purchases (customer TEXT NOT NULL, product INTEGER NOT NULL);
INSERT INTO products VALUES (1),(2),(3);
INSERT INTO purchases VALUES ('ann',1),('ann',2),('ann',3),('ann',3),('bo',1),('bo',1),('bo',2);
