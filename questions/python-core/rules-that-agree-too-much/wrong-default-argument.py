def make_rules(limits):
    rules = {}
    for field, limit in limits.items():
        def rule(record, field=field, limit=limit):
            return record[field] >= limit
        rules[field] = rule
    return rules
