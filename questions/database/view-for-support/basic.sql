CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, city TEXT, card TEXT, deleted INTEGER NOT NULL);
INSERT INTO customers VALUES (1,'Ann','Rome','4111',0),(2,'Bo','Oslo','4222',1);
CREATE TABLE later (id INTEGER, name TEXT, city TEXT, card TEXT, deleted INTEGER);
CREATE TRIGGER now_it_changes AFTER INSERT ON later BEGIN INSERT INTO customers VALUES (new.id,new.name,new.city,new.card,new.deleted); END;
