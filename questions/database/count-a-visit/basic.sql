CREATE TABLE visits (page TEXT, day TEXT, n INTEGER NOT NULL, note TEXT, PRIMARY KEY (page, day));
INSERT INTO visits VALUES ('/home','2024-05-01',41,'campaign'),('/home','2024-04-30',9,NULL);
