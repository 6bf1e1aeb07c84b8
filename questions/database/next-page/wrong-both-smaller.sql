SELECT id, created FROM posts WHERE created <= '2024-05-05' AND id < 40 ORDER BY created DESC, id DESC LIMIT 3;
