"""One attack: a number (that of the project's list of attacks; own ones have a letter), what it tries, the program, and what must come of it."""

import pathlib
import re

import programs


class Attack:
    def __init__(self, number, tries, launch, end, output=None, detail="", result=None, collected=None, before=(), elsewhere=None, needs=None, seen=None):
        """`output`: exact text, or a pattern made by re.compile. `before`: programs that are run first. `elsewhere`: what comes of it where there are no
        namespaces, if that differs: (end, detail, output). `needs`: a program without which it is not tried.
        `seen`: the end where the watch happens to look at the moment at which a limit is passed that the kernel refuses to pass."""
        self.needs, self.seen = needs, seen
        self.number, self.tries, self.launch, self.end, self.output, self.detail = str(number), tries, launch, end, output, detail
        self.result, self.collected, self.before, self.elsewhere = result, collected, before, elsewhere

    def can_be_tried(self):
        return not self.needs or pathlib.Path(self.needs).exists()

    def needs_namespaces(self):
        limits = self.launch.get("limits", {})
        return limits.get("disk", 0) > 0 or limits.get("processes", 0) > 0

    def faults(self, outcome, bare):
        end, detail, output = self.elsewhere if bare and self.elsewhere else (self.end, self.detail, self.output)
        if self.seen and outcome["end"] == self.seen:
            return
        if outcome["end"] != end:
            yield "end is %s (%s), not %s" % (outcome["end"], outcome["detail"], end)
        if detail and outcome["detail"] != detail:
            yield "detail is %r, not %r" % (outcome["detail"], detail)
        got = programs.text(outcome["output"]).decode(errors="replace")
        if isinstance(output, re.Pattern) and not output.fullmatch(got) or isinstance(output, str) and got != output:
            yield "output is %r, errors %r" % (got[:300], outcome["errors"][-300:])
        if self.result is not None and not (bare and self.elsewhere) and outcome["result"] != self.result:
            yield "result is %r" % outcome["result"]
        if self.collected is not None and [file["path"] for file in outcome["collected"]] != self.collected:
            yield "collected %r" % [file["path"] for file in outcome["collected"]]


def verdict(outcome):
    """What is written down: the end and its detail, and the first line of output, or the result, where it ended by itself."""
    words = outcome["end"] + (": " + outcome["detail"] if outcome["detail"] else "")
    first = programs.text(outcome["output"]).decode(errors="replace").split("\n")[0][:40] if outcome["end"] == "ended" else ""
    if outcome["end"] == "ended" and outcome["result"] not in ("", "done") and not first:
        first = "result: %s" % outcome["result"][:40]
    return words + (" — `%s`" % re.sub(r"[^ -~]|[|`]", "?", first) if first.strip() else "")
