UPDATE articles SET version = 4, title = 'Final' WHERE version = 3 AND id = 7;
