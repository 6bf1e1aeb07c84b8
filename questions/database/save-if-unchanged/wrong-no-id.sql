UPDATE articles SET title = 'Final', version = version + 1 WHERE version = 3;
