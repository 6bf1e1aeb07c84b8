UPDATE accounts
SET balance = balance + CASE name WHEN 'ann' THEN -100 ELSE 100 END
WHERE name IN ('ann', 'bo')
  AND (SELECT balance FROM accounts WHERE name = 'ann') >= 100
  AND EXISTS (SELECT 1 FROM accounts WHERE name = 'bo');
