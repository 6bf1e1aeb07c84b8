from binascii import crc_hqx


def by_slot(keys):
    groups = {}
    for key in keys:
        data = key
        if "{" in key:
            start = key.index("{") + 1
            end = key.find("}", start)
            if end >= 0:
                data = key[start:end]
        groups.setdefault(crc_hqx(data.encode("latin-1", "replace"), 0) % 16384, []).append(key)
    return groups
