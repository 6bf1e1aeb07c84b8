DELETE FROM users WHERE EXISTS (SELECT 1 FROM users u WHERE u.email = users.email AND u.id > users.id);
