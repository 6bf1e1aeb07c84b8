CREATE VIEW support_customers AS SELECT * FROM customers WHERE deleted = 0;
