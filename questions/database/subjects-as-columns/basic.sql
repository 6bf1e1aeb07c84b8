CREATE TABLE scores (pupil TEXT NOT NULL, subject TEXT NOT NULL, score INTEGER NOT NULL, PRIMARY KEY (pupil, subject));
INSERT INTO scores VALUES ('Ann','math',95),('Ann','english',60),('Bo','math',80);
