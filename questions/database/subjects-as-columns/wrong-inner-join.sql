SELECT m.pupil, m.score, e.score FROM scores m JOIN scores e ON e.pupil = m.pupil WHERE m.subject = 'math' AND e.subject = 'english';
