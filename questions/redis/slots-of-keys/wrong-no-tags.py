from binascii import crc_hqx


def by_slot(keys):
    groups = {}
    for key in keys:
        groups.setdefault(crc_hqx(key.encode(), 0) % 16384, []).append(key)
    return groups
