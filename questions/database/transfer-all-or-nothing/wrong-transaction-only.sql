BEGIN;
UPDATE accounts SET balance = balance - 100 WHERE name = 'ann';
UPDATE accounts SET balance = balance + 100 WHERE name = 'bo';
COMMIT;
