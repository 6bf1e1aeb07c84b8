def same_object(answer):
    return answer.Settings() is answer.Settings()


def with_a_name(answer):
    return answer.Settings("prod").name


def later_name(answer):
    return [answer.Settings("prod").name, answer.Settings("test").name]


def values_stay(answer):
    answer.Settings("prod").values["debug"] = True
    return answer.Settings().values


def subclass(answer):
    s = answer.Settings("prod")
    s.values["x"] = 1
    t = answer.TestSettings("test")
    return [s is t, type(t).__name__]


def subclass_first(answer):
    t = answer.TestSettings("test")
    t.values["x"] = 1
    s = answer.Settings("prod")
    return [s is t, type(s).__name__]
