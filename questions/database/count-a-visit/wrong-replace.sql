INSERT OR REPLACE INTO visits (page, day, n) VALUES ('/home', '2024-05-01', COALESCE((SELECT n FROM visits WHERE page = '/home' AND day = '2024-05-01'), 0) + 1);
