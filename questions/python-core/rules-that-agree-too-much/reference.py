def make_rules(limits):
    def rule_for(field, limit):
        def rule(record):
            return record[field] >= limit
        return rule
    return {field: rule_for(field, limit) for field, limit in limits.items()}
