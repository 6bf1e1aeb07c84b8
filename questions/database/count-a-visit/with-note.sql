CREATE TABLE visits (page TEXT, day TEXT, n INTEGER NOT NULL, note TEXT, PRIMARY KEY (page, day));
INSERT INTO visits VALUES ('/home','2024-05-01',1,'keep me');
