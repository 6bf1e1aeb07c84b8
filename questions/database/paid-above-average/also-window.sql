SELECT name FROM (SELECT name, pay, COUNT(*) OVER w AS n, SUM(pay) OVER w AS total FROM staff WINDOW w AS (PARTITION BY dept)) WHERE n > 1 AND pay * (n - 1) > total - pay;
