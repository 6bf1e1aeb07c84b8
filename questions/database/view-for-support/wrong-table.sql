CREATE TABLE support_customers AS SELECT id, name, city FROM customers WHERE deleted = 0;
