SELECT id FROM rooms WHERE id NOT IN (SELECT room FROM bookings WHERE room IS NOT NULL AND NOT (departure <= '2024-05-10' OR arrival >= '2024-05-13'));
