CREATE TABLE products (id INTEGER PRIMARY KEY);
CREATE TABLE purchases (customer TEXT NOT NULL, product INTEGER NOT NULL);
INSERT INTO products VALUES (1),(2);
INSERT INTO purchases VALUES ('ann',1),('ann',2),('bo',1);
