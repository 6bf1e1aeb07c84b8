SELECT s.name FROM staff s JOIN (SELECT dept, AVG(pay) AS mean FROM staff GROUP BY dept) d ON d.dept = s.dept WHERE s.pay > d.mean;
