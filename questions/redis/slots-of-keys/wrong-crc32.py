from zlib import crc32


def by_slot(keys):
    groups = {}
    for key in keys:
        data = key
        start = key.find("{")
        if start >= 0:
            end = key.find("}", start)
            if end > start + 1:
                data = key[start + 1:end]
        groups.setdefault(crc32(data.encode()) % 16384, []).append(key)
    return groups
