"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


def formats(answer):
    class Csv(answer.Format):
        extension = "csv"

    class Json(answer.Format):
        extension = "json"

    return Csv, Json


def name(answer, path):
    try:
        return type(answer.Format.for_file(path)).__name__
    except LookupError:
        return "LookupError"


def two_formats(answer):
    formats(answer)
    return [name(answer, "a/b.csv"), name(answer, "x.json")]


def case(answer):
    formats(answer)
    return name(answer, "A.CSV")


def unknown(answer):
    formats(answer)
    return name(answer, "a.pdf")


def grandchild(answer):
    Csv, _ = formats(answer)

    class Tsv(Csv):
        extension = "tsv"

    return [name(answer, "a.tsv"), name(answer, "a.csv")]


def without_extension(answer):
    Csv, _ = formats(answer)

    class Quick(Csv):
        pass

    return name(answer, "a.csv")


def taken(answer):
    formats(answer)
    try:
        class Other(answer.Format):
            extension = "csv"
    except TypeError:
        return ["TypeError", name(answer, "a.csv")]
    return ["accepted", name(answer, "a.csv")]


def no_dot(answer):
    formats(answer)
    return name(answer, "csv")


def dots_in_folders(answer):
    formats(answer)
    return name(answer, "old.csv/readme")


def new_instances(answer):
    formats(answer)
    return answer.Format.for_file("a.csv") is answer.Format.for_file("a.csv")


def several_dots(answer):
    formats(answer)
    return name(answer, "a.tar.csv")
