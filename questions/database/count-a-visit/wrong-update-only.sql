UPDATE visits SET n = n + 1 WHERE page = '/home' AND day = '2024-05-01';
