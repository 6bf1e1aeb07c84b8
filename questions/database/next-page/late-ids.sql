CREATE TABLE posts (id INTEGER PRIMARY KEY, created TEXT NOT NULL, title TEXT NOT NULL);
INSERT INTO posts VALUES (40,'2024-05-05','d'),(50,'2024-05-01','old but large id'),(12,'2024-05-05','c'),(70,'2024-05-06','new'),(11,'2024-05-04','x'),(3,'2024-05-07','small but new');
