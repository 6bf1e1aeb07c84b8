def needs_update(installed, wanted):
    return [int(p) for p in installed.split(".")] < [int(p) for p in wanted.split(".")]
