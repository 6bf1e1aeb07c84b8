"""Runs every suite and prints a line for each; the last line of tests/run, which calls this, comes from here.

A suite is the program of unit tests, or a file tests/FOLDER/NAME_test.py (NAME_soak.py for the long ones) that can be run by itself: see
runner.py. Each runs in a process group of its own, of which nothing is left when it ends.
"""

import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as xml

tests = pathlib.Path(__file__).resolve().parents[1]
result_line = re.compile(r"^(ok|FAIL|skip) +(.*?) +(\d+\.\d+) s(?: +\((.*)\))?$")


class Suite:
    """Names and results of one suite. Results are (outcome, test, seconds, text), outcome one of "ok", "FAIL", "skip"."""

    def __init__(self, name, command):
        self.name, self.command = name, command

    def run_process(self, arguments, limit=7200):
        """Output of the command, both streams together, and its exit status; what it leaves running is ended."""
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen(self.command + arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
            try:
                status = process.wait(limit)
            except subprocess.TimeoutExpired:
                status = "no end after %d s" % limit
            finally:
                try:
                    os.killpg(process.pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
                process.wait()
            output.seek(0)
            return output.read().decode(errors="replace"), status

    def selected(self, wanted):
        return [name for name in self.names() if wanted in self.name + "/" + name]


class UnitTests(Suite):
    def names(self):
        return self.run_process(["--list-test-names-only"])[0].splitlines()

    def run(self, names):
        with tempfile.TemporaryDirectory() as folder:
            chosen, report = pathlib.Path(folder, "names"), pathlib.Path(folder, "report.xml")
            chosen.write_text("".join('"%s"\n' % re.sub(r'([\\",\[])', r"\\\1", name) for name in names))
            text, status = self.run_process(["--input-file", str(chosen), "--reporter", "xml", "--durations", "yes", "--out", str(report)])
            results = self.read(report) if report.exists() else []
        # A program that dies in the middle has told only about the tests before.
        if len(results) < len(names) or (status != 0 and not any(result[0] == "FAIL" for result in results)):
            known = {result[1] for result in results}
            lost = [name for name in names if name not in known]
            results.append(("FAIL", lost[0] if lost else "(all)", 0.0, "the program ended with status %s before it had told of %d tests\n%s" % (status, len(lost), text)))
        return results

    @staticmethod
    def read(report):
        results = []
        try:
            for _, element in xml.iterparse(report):
                if element.tag == "TestCase":
                    outcome = element.find("OverallResult")
                    good = outcome is not None and outcome.get("success") == "true"
                    results.append(("ok" if good else "FAIL", element.get("name"), float(outcome.get("durationInSeconds", 0)) if outcome is not None else 0.0,
                                    "" if good else "\n".join(UnitTests.faults(element))))
        except xml.ParseError:
            pass
        return results

    @staticmethod
    def faults(case):
        sections = {inner: section for section in case.iter("Section") for inner in section.iter()}
        for fault in case.iter():
            where = "%s:%s: " % (fault.get("filename"), fault.get("line"))
            inside = " (in: %s)" % sections[fault].get("name") if fault in sections else ""
            if fault.tag == "Expression" and fault.get("success") == "false":
                text = "%s(%s)" % (fault.get("type"), fault.findtext("Original").strip())
                yield "%s%s%s\n  was: %s" % (where, text, inside, fault.findtext("Expanded").strip())
                for exception in fault.findall("Exception"):
                    yield "  threw: " + exception.text.strip()
            elif fault.tag in ("Failure", "FatalErrorCondition") or fault.tag == "Exception" and case in (parent(case, fault), None):
                yield "%s%s%s" % (where, (fault.text or fault.tag).strip(), inside)


def parent(root, child):
    return next((element for element in root.iter() if child in list(element)), None)


class ScriptTests(Suite):
    def __init__(self, file):
        folder, name = file.parent.name, re.sub(r"_(test|soak)$", "", file.stem)
        super().__init__(folder if name == folder else folder + "/" + name, ["/usr/bin/python3", str(file)])

    def names(self):
        text, status = self.run_process(["--list"])
        # A file that cannot even tell its tests must not count as one without tests.
        return text.splitlines() if status == 0 else ["(cannot be read)"]

    def run(self, names):
        text, status = self.run_process(["--only"] + names)
        results = []
        for line in text.splitlines():
            told = result_line.match(line)
            if told:
                results.append([told[1], told[2], float(told[3]), told[4] or ""])
            elif results and results[-1][0] == "FAIL":
                results[-1][3] += line[4:] + "\n"
        if status != 0 and not any(result[0] == "FAIL" for result in results) or len(results) < len(names):
            results.append(["FAIL", "(all)", 0.0, "the file ended with status %s after %d of %d tests\n%s" % (status, len(results), len(names), text)])
        return results


def all_suites(options):
    build = pathlib.Path(os.environ["VIVA_BUILD"])
    yield UnitTests("unit", [str(build / "tests" / "viva-unit-tests")])
    kinds = ["_test.py"] + (["_soak.py"] if "--soak" in options else [])
    for file in sorted(tests.glob("*/*.py")):
        if file.name.endswith(tuple(kinds)) and os.access(file, os.X_OK):
            if "--sanitize" not in options or not re.search(r"^not_with_sanitizers = ", file.read_text(encoding="utf-8"), re.MULTILINE):
                yield ScriptTests(file)


def show(suite, results, seconds, each):
    counts = {outcome: sum(result[0] == outcome for result in results) for outcome in ("ok", "FAIL", "skip")}
    if each:
        for outcome, name, took, text in results:
            print("%-4s %s/%s %.2f s%s" % (outcome, suite.name, name, took, "  (%s)" % text if outcome == "skip" else ""))
    print("%-4s %-28s %s  %.1f s" % ("FAIL" if counts["FAIL"] else "ok", suite.name, summary(counts), seconds))
    for outcome, name, _, text in results:
        if outcome == "FAIL":
            print("     %s/%s" % (suite.name, name))
            for line in text.rstrip().splitlines():
                print("         " + line)
        elif outcome == "skip" and not each:
            print("     skipped %s: %s" % (name, text))
    sys.stdout.flush()
    return counts


def summary(counts):
    return "%d passed, %d failed" % (counts["ok"], counts["FAIL"]) + (", %d skipped" % counts["skip"] if counts["skip"] else "")


def main(arguments):
    options = [argument for argument in arguments if argument.startswith("--")]
    wanted = " ".join(argument for argument in arguments if not argument.startswith("--"))
    totals = {"ok": 0, "FAIL": 0, "skip": 0}
    found = 0
    try:
        for suite in all_suites(options):
            names = suite.selected(wanted)
            found += len(names)
            if not names:
                continue
            if "--list" in options:
                print("".join("%s/%s\n" % (suite.name, name) for name in names), end="")
                continue
            start = time.monotonic()
            results = suite.run(names)
            for outcome, count in show(suite, results, time.monotonic() - start, bool(wanted)).items():
                totals[outcome] += count
    except KeyboardInterrupt:
        print("interrupted: %s" % summary(totals))
        return 130
    if not found:
        print("no test has '%s' in its name; ./tests/run --list shows them all" % wanted)
        return 2
    print("%d tests" % found if "--list" in options else summary(totals))
    return 1 if totals["FAIL"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
