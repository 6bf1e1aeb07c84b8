SELECT m.account, m.id, (SELECT SUM(amount) FROM movements p WHERE p.account = m.account AND (p.day < m.day OR (p.day = m.day AND p.id <= m.id))) FROM movements m;
