CREATE TABLE invoices (number INTEGER PRIMARY KEY);
INSERT INTO invoices VALUES (1),(2),(5),(6),(8);
