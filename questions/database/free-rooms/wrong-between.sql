SELECT id FROM rooms r WHERE NOT EXISTS (SELECT 1 FROM bookings b WHERE b.room = r.id AND (b.arrival BETWEEN '2024-05-10' AND '2024-05-12' OR b.departure BETWEEN '2024-05-11' AND '2024-05-13'));
