INSERT INTO visits (page, day, n) VALUES ('/home', '2024-05-01', 1) ON CONFLICT DO UPDATE SET n = visits.n + excluded.n;
