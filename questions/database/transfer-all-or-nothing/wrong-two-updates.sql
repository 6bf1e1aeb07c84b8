UPDATE accounts SET balance = balance - 100 WHERE name = 'ann' AND balance >= 100;
UPDATE accounts SET balance = balance + 100 WHERE name = 'bo';
