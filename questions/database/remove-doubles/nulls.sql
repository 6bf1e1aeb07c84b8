CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
INSERT INTO users VALUES (5,NULL),(6,NULL),(9,'c@x.org'),(2,'c@x.org'),(7,'C@x.org');
