import re
from binascii import crc_hqx


def by_slot(keys):
    groups = {}
    for key in keys:
        tag = re.search(r"\{([^{}]+)\}", key)
        data = tag.group(1) if tag else key
        groups.setdefault(crc_hqx(data.encode(), 0) % 16384, []).append(key)
    return groups
