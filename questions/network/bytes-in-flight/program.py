bits_per_second = 10 ** 9
round_trip_ms = 80
print(bits_per_second * round_trip_ms // 1000 // 8)
print(f"{65535 * 8 / (round_trip_ms / 1000) / 1e6:.1f}")
