def make_rules(limits):
    rules = {}
    for field, limit in limits.items():
        rules[field] = lambda record, /, *, _f=field: record[_f] >= limit
    return rules
