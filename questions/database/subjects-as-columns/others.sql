CREATE TABLE scores (pupil TEXT NOT NULL, subject TEXT NOT NULL, score INTEGER NOT NULL, PRIMARY KEY (pupil, subject));
INSERT INTO scores VALUES ('Ann','math',0),('Ann','music',60),('Cai','music',80),('Bo','english',75);
