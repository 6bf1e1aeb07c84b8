SELECT id, created FROM posts WHERE (created, id) < ('2024-05-05', 40) LIMIT 3;
