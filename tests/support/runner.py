"""How a file of tests that drives viva from outside is run. It is executable, has unittest cases, and ends with

    if __name__ == "__main__":
        runner.main(time_limit=120)

Run by itself (tests/session/session_test.py [TEXT]) it prints a line for each test, those with TEXT in their names if given:

    ok   Resume.after_a_crash 0.41 s
    skip Resume.on_a_full_disk 0.00 s  (must be root)
    FAIL Resume.from_another_folder 0.20 s
        Traceback …

A test is called Class.method without `test_`. What a test prints is shown only when it fails. The time limit, in seconds, is for the whole
file: the test that runs when it passes fails, and no more are run. `not_with_sanitizers = "why"` on a line of its own
keeps the file from being run on a build with sanitizers.
"""

import faulthandler
import signal
import sys
import time
import unittest


class TimeLimit(BaseException):
    """Not an Exception, so that no test takes it for one of its own."""


def title(test):
    return "%s.%s" % (type(test).__name__, test._testMethodName.removeprefix("test_"))


def flat(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flat(test)
        else:
            yield test


class Lines(unittest.TestResult):
    """Prints results as they come. A test with subtests is one test: it fails when one of them does."""

    def __init__(self):
        super().__init__()
        self.buffer = True
        self.told, self.unfit, self.failed = set(), {}, False

    def startTest(self, test):
        super().startTest(test)
        self.faults, self.reason, self.began = [], None, time.monotonic()

    def stopTest(self, test):
        took = time.monotonic() - self.began
        self._mirrorOutput = False  # what was printed is part of the fault's text already
        super().stopTest(test)
        self.tell(title(test), took, self.faults, self.reason)

    def addError(self, test, error):
        super().addError(test, error)
        text = self._exc_info_to_string(error, test)
        if issubclass(error[0], TimeLimit):
            self.stop()
        if isinstance(test, unittest.TestCase):
            self.faults.append(text)
        else:  # setUpClass or setUpModule: the tests in question are never started
            self.unfit[test.description] = ([text], None)

    addFailure = addError

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        if isinstance(test, unittest.TestCase):
            self.reason = reason
        else:
            self.unfit[test.description] = ([], reason)

    def addSubTest(self, test, subtest, error):
        super().addSubTest(test, subtest, error)
        if error:
            self.faults.append("%s\n%s" % (subtest._subDescription(), self._exc_info_to_string(error, test)))
            if issubclass(error[0], TimeLimit):
                self.stop()

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.faults.append("this was expected to fail, and did not")

    def tell(self, name, took, faults, reason):
        outcome = "FAIL" if faults else "ok" if reason is None else "skip"
        lines = ["%-4s %s %.2f s%s" % (outcome, name, took, "  (%s)" % reason if outcome == "skip" else "")]
        lines += ["    " + line for fault in faults for line in fault.rstrip().splitlines()]
        sys.__stdout__.write("".join(line + "\n" for line in lines))
        sys.__stdout__.flush()
        self.told.add(name)
        self.failed = self.failed or outcome == "FAIL"

    def tell_of_those_not_run(self, tests):
        for test in tests:
            if title(test) not in self.told:
                group = "(%s.%s)" % (type(test).__module__, type(test).__qualname__)
                causes = [cause for description, cause in self.unfit.items() if group in description or "Module" in description]
                self.tell(title(test), 0.0, *(causes[0] if causes else (["not run: an earlier test took all of the file's time"], None)))


def main(time_limit=120):
    arguments = sys.argv[1:]
    tests = list(flat(unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])))
    if arguments[:1] == ["--list"]:
        print("".join(title(test) + "\n" for test in tests), end="")
        sys.exit(0)
    if arguments[:1] == ["--only"]:
        tests = [test for test in tests if title(test) in arguments[1:]]
    elif arguments:
        tests = [test for test in tests if arguments[0] in title(test)]

    def ring(*_):
        raise TimeLimit("the file took longer than its %d s" % time_limit)

    # Started in the background of a script, a process ignores interrupts, and so does all that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGALRM, ring)
    signal.alarm(time_limit)
    faulthandler.dump_traceback_later(time_limit + 60, exit=True, file=sys.__stderr__)
    lines = Lines()
    try:
        unittest.TestSuite([unittest.TestSuite(tests)]).run(lines)
    except TimeLimit:
        pass
    signal.alarm(0)
    lines.tell_of_those_not_run(tests)
    sys.exit(1 if lines.failed else 0)
