INSERT INTO visits (page, day, n) VALUES ('/home', '2024-05-01', 1)
ON CONFLICT (page, day) DO UPDATE SET n = n + 1;
