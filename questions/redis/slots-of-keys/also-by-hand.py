import re

TABLE = []
for byte in range(256):
    crc = byte << 8
    for _ in range(8):
        crc = (crc << 1) ^ (0x1021 if crc & 0x8000 else 0)
    TABLE.append(crc & 0xFFFF)


def by_slot(keys):
    groups = {}
    for key in keys:
        tag = re.match(r"[^{]*\{([^}]+)\}", key, re.S)
        crc = 0
        for byte in (tag.group(1) if tag else key).encode("utf-8"):
            crc = (crc << 8 & 0xFF00) ^ TABLE[(crc >> 8) ^ byte]
        groups.setdefault(crc & 16383, []).append(key)
    return groups
