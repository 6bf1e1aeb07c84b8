from binascii import crc_hqx


def slot(key):
    data = key.encode()
    start = data.find(b"{")
    if start >= 0:
        end = data.find(b"}", start + 1)
        if end > start + 1:
            data = data[start + 1:end]
    return crc_hqx(data, 0) % 16384


def by_slot(keys):
    groups = {}
    for key in keys:
        groups.setdefault(slot(key), []).append(key)
    return groups
