SELECT number + 1, number + 1 FROM invoices i WHERE NOT EXISTS (SELECT 1 FROM invoices j WHERE j.number = i.number + 1) AND number < (SELECT MAX(number) FROM invoices);
