def needs_update(installed, wanted):
    return installed.split(".") < wanted.split(".")
