SELECT DISTINCT a.user FROM logins a JOIN logins b ON b.user = a.user AND b.day = DATE(a.day, '+1 day') JOIN logins c ON c.user = a.user AND c.day = DATE(a.day, '+2 days');
