UPDATE articles SET title = 'Final' WHERE id = 7 AND version = 3;
