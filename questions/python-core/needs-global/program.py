for body in ("count += 1", "return count + 1", "log.append(count)", "log = log + [count]", "log += [count]", "log[:] = []"):
    names = {"count": 0, "log": []}
    exec(f"def work():\n    {body}", names)
    try:
        names["work"]()
        print("fine")
    except UnboundLocalError:
        print("UnboundLocalError")
