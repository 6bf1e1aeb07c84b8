"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


def start(answer):
    return answer.Thermostat(20).target


def refused_value_changes_nothing(answer):
    thermostat = answer.Thermostat(20)
    try:
        thermostat.target = 99
    except ValueError:
        return ["ValueError", thermostat.target]
    return ["accepted", thermostat.target]
