SELECT number + 1, following FROM (SELECT number, LEAD(number) OVER (ORDER BY number) AS following FROM invoices) WHERE following > number + 1;
