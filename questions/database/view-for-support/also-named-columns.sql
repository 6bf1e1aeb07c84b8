CREATE VIEW support_customers (id, name, city) AS SELECT id, name, city FROM customers WHERE NOT deleted;
