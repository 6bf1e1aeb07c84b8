SELECT id FROM rooms r WHERE NOT EXISTS (SELECT 1 FROM bookings b WHERE b.room = r.id AND b.arrival >= '2024-05-10' AND b.departure <= '2024-05-13');
