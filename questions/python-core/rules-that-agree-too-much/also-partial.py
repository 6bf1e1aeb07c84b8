from functools import partial


def reaches(field, limit, record, /):
    return record[field] >= limit


def make_rules(limits):
    return {field: partial(reaches, field, limit) for field, limit in limits.items()}
