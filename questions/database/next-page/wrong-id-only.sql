SELECT id, created FROM posts WHERE id < 40 ORDER BY created DESC, id DESC LIMIT 3;
