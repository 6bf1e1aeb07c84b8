SELECT number + 1, (SELECT MIN(number) FROM invoices j WHERE j.number > i.number) - 1 FROM invoices i WHERE NOT EXISTS (SELECT 1 FROM invoices j WHERE j.number = i.number + 1);
