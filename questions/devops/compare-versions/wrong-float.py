def needs_update(installed, wanted):
    return float(".".join(installed.split(".")[:2])) < float(".".join(wanted.split(".")[:2]))
