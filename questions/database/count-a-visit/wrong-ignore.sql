INSERT OR IGNORE INTO visits (page, day, n) VALUES ('/home', '2024-05-01', 1);
