#!/usr/bin/env python3
"""engine/start in a small checkout, with stand-ins for the package system, CMake and ninja: what is called when, and what is said.

The real thing, on a bare Debian, is tests/bare."""

import fcntl
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner
import viva

TOOLS = "bash sh env readlink stat find flock sed grep cut sha256sum mkdir rm mv touch tail head nproc sleep cat true chmod seq sort comm"

# Each writes down how it was called.
STAND_INS = {
    "c++": "",
    "dpkg-query": """for name in "$@"; do case $name in -*) ;; '$'*) ;; *) [ -e "$FAKE/lacks-$name" ] || echo "installed $name 1.0";; esac; done""",
    "dpkg": "",
    "apt-get": """echo "apt-get $*" >>"$FAKE/calls"; case "$*" in *install*)
        if [ -e "$FAKE/no-lists" ]; then echo "E: Unable to locate package"; exit 100; fi; rm -f "$FAKE"/lacks-*;;
        *update*) [ -e "$FAKE/no-network" ] || rm -f "$FAKE/no-lists";; esac""",
    "cmake": """echo cmake >>"$FAKE/calls"; while [ "$1" != -B ]; do shift; done; touch "$2/build.ninja" """,
    "ninja": r"""echo ninja >>"$FAKE/calls"
        if [ -e "$FAKE/hang" ]; then trap 'echo cleaned up >>"$FAKE/calls"; exit 130' INT; rm "$FAKE/hang"; touch "$FAKE/hangs"; for i in $(seq 300); do sleep 0.1; done; fi
        if [ -e "$FAKE/broken" ]; then echo "[1/9] Building a.o"; echo "FAILED: b.o"; echo "b.cc:1: error: no"; exit 1; fi
        if [ -e "$FAKE/confused" ]; then rm "$FAKE/confused"; echo "ninja: error: 'x', missing and no known rule to make it"; exit 1; fi
        printf '#!/bin/sh\necho "viva here: $(umask) $(pwd)"; for word; do echo "<$word>"; done; cat\n' >"$2/viva"
        cp=$2/viva-worker; cat "$2/viva" >"$cp"; chmod +x "$2/viva" "$cp" """,
}


class Checkout(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="viva-setup-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.folder.chmod(0o755)
        self.fake = self.folder / "fake"
        self.top = self.folder / "a checkout 的 copy"
        (self.top / "engine").mkdir(parents=True)
        self.fake.mkdir()
        for name in ("start", "setup.sh", "packages"):
            shutil.copy(viva.top / "engine" / name, self.top / "engine")
        (self.top / "tests").mkdir()
        (self.top / "CMakeLists.txt").touch()
        (self.top / "engine" / "a.cc").write_text("a")
        bin = self.folder / "bin"
        bin.mkdir()
        for tool in TOOLS.split():
            (bin / tool).symlink_to(shutil.which(tool, path="/usr/bin:/bin"))
        for name, text in STAND_INS.items():
            (bin / name).write_text("#!/bin/sh\n" + text + "\n")
            (bin / name).chmod(0o755)
        self.bin = bin
        home = self.folder / "home"
        home.mkdir()
        self.env = {"PATH": str(bin), "HOME": str(home), "FAKE": str(self.fake)}
        self.command = [str(self.top / "engine" / "start")]

    def start(self, *arguments, wrap=list, input="", **options):
        options = {"cwd": "/", "env": self.env, **options}
        return subprocess.run(wrap(self.command + list(arguments)), input=input, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    def calls(self):
        """What was called since the last time this was asked."""
        file = self.fake / "calls"
        calls = file.read_text().splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return calls

    def lacks(self, *names):
        for name in names:
            (self.fake / ("lacks-" + name)).touch()
        # The real package database changes with every change of packages.
        (self.top / ".build" / "release" / "ready").unlink(missing_ok=True)

    def give_to_nobody(self, path):
        subprocess.run(["chown", "-R", str(viva.nobody), str(path)], check=True)

    def must_be_root(self):
        if os.geteuid() != 0:
            self.skipTest("must be root")


class Build(Checkout):
    def test_builds_once(self):
        first = self.start()
        self.assertEqual(first.stdout.split(":")[0], "viva here")
        self.assertEqual(first.stderr, "viva: building; the first time takes some minutes\n")
        self.assertEqual(self.calls(), ["cmake", "ninja"])
        again = self.start()
        self.assertEqual((again.stdout, again.stderr, self.calls()), (first.stdout, "", []))

    def test_arguments_input_folder_and_umask_are_the_callers(self):
        done = self.start("a b", "", "*", "--soak", input="typed", cwd="/usr", umask=0o027)
        self.assertEqual(done.stdout, "viva here: 0027 /usr\n<a b>\n<>\n<*>\n<--soak>\ntyped")

    def test_a_umask_that_forbids_everything(self):
        self.assertEqual(self.start(umask=0o777).stdout, "viva here: 0777 /\n")

    def test_through_a_link(self):
        (self.folder / "link").symlink_to("a checkout 的 copy/engine/start")
        self.command = [str(self.folder / "link")]
        self.assertEqual(self.start().returncode, 0)
        self.assertTrue((self.top / ".build" / "release" / "viva").exists())

    def test_sees_changed_new_removed_and_swapped_sources(self):
        source = self.top / "engine" / "a.cc"
        older = self.folder / "older.cc"
        older.write_text("older")
        os.utime(older, (0, 0))
        self.start()
        self.calls()
        for change, calls in ((lambda: source.write_text("b"), ["ninja"]), (lambda: (self.top / "engine" / "new.cc").touch(), ["ninja"]),
                              (lambda: (self.top / "engine" / "new.cc").unlink(), ["ninja"]), (lambda: older.rename(source), ["cmake", "ninja"]),
                              (lambda: source.chmod(0o600), ["ninja"])):
            time.sleep(0.02)
            change()
            self.start()
            self.assertEqual(self.calls(), calls)
        self.start()
        self.assertEqual(self.calls(), [])

    def test_starts_over_when_moved_and_when_the_compiler_changed(self):
        self.start()
        self.calls()
        moved = self.folder / "moved"
        self.top.rename(moved)
        self.command = [str(moved / "engine" / "start")]
        (moved / ".build" / "release" / "old").touch()
        self.start()
        self.assertEqual(self.calls(), ["cmake", "ninja"])
        self.assertFalse((moved / ".build" / "release" / "old").exists())
        (self.bin / "c++").write_text("#!/bin/sh\n# another\n")
        self.start()
        self.assertEqual(self.calls(), ["cmake", "ninja"])
        self.env["CXXFLAGS"] = "-O1"
        self.start()
        self.assertEqual(self.calls(), ["cmake", "ninja"])

    def test_a_fault_is_shown_and_where_the_rest_is(self):
        (self.fake / "broken").touch()
        done = self.start()
        log = self.top / ".build" / "release.log"
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stdout, "")
        self.assertEqual(done.stderr, "viva: building; the first time takes some minutes\nviva: the build failed:\n  FAILED: b.o\n  b.cc:1: error: no\n"
                         "viva: all of it is in %s\n" % log)
        self.assertIn("[1/9] Building a.o", log.read_text())
        (self.fake / "broken").unlink()
        self.assertEqual(self.start().returncode, 0)

    def test_ninjas_own_trouble_is_mended_by_starting_over(self):
        self.start()
        self.calls()
        (self.fake / "confused").touch()
        (self.top / "engine" / "a.cc").write_text("b")
        self.assertEqual(self.start().returncode, 0)
        self.assertEqual(self.calls(), ["ninja", "cmake", "ninja"])

    def test_goes_on_after_an_interrupt(self):
        (self.fake / "hang").touch()
        process = subprocess.Popen(self.command, env=self.env, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   start_new_session=True)
        while not (self.fake / "hangs").exists():
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=10)
        self.assertEqual((process.returncode, out), (130, ""))
        self.assertTrue(err.endswith("viva: interrupted; the next call goes on from here\n"), err)
        self.assertEqual(self.calls(), ["cmake", "ninja", "cleaned up"])
        self.assertEqual(self.start().returncode, 0)
        self.assertEqual(self.calls(), ["ninja"])

    def test_two_calls_at_once_build_one_after_the_other(self):
        (self.fake / "hang").touch()
        first = subprocess.Popen(self.command, env=self.env, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                 start_new_session=True)
        while not (self.fake / "hangs").exists():
            time.sleep(0.01)
        second = subprocess.Popen(self.command, env=self.env, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.assertEqual(second.stderr.readline(), "viva: another call is building this checkout; waiting for it\n")
        os.killpg(first.pid, signal.SIGINT)
        first.communicate()
        self.assertEqual(second.communicate(timeout=20)[0], "viva here: 0022 /\n")

    def test_a_checkout_of_somebody_else(self):
        self.must_be_root()
        cache = self.folder / "cache"
        cache.mkdir()
        self.give_to_nobody(cache)
        self.give_to_nobody(self.fake)
        self.env["XDG_CACHE_HOME"] = str(cache)
        self.assertEqual(self.start(wrap=viva.as_nobody).returncode, 0)
        self.assertFalse((self.top / ".build").exists())
        self.assertEqual(len(list(cache.glob("viva/build-*/release/viva"))), 1)
        self.assertEqual(self.calls(), ["cmake", "ninja"])
        self.start(wrap=viva.as_nobody)
        self.assertEqual(self.calls(), [])

    def test_builds_of_checkouts_that_are_gone_leave_the_cache(self):
        self.must_be_root()
        self.give_to_nobody(self.top)
        cache = self.folder / "home" / ".cache" / "viva"
        self.assertEqual(self.start().returncode, 0)
        mine = next(cache.glob("build-*"))
        self.assertEqual((mine / "checkout").read_text(), "%s\n" % self.top)
        others = {"gone": "/nowhere/viva", "there": str(self.folder), "silent": None, "no-path": "nowhere", "locked": "/nowhere/else", "of-another": "/nowhere/2"}
        for name, checkout in others.items():
            (cache / ("build-" + name)).mkdir()
            (cache / ("build-" + name) / "lock").touch()
            if checkout:
                (cache / ("build-" + name) / "checkout").write_text(checkout + "\n")
        self.give_to_nobody(cache / "build-of-another")
        (self.top / "engine" / "a.cc").write_text("b")
        with open(cache / "build-locked" / "lock") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assertEqual(self.start().returncode, 0)
        left = {"build-" + name for name in others} - {"build-gone"} | {mine.name}
        self.assertEqual({folder.name for folder in cache.glob("build-*")}, left)

    def test_root_leaves_nothing_in_a_checkout_of_somebody_else(self):
        self.must_be_root()
        self.give_to_nobody(self.top)
        self.assertEqual(self.start().returncode, 0)
        self.assertFalse((self.top / ".build").exists())
        self.assertEqual(len(list(self.folder.glob("home/.cache/viva/build-*/release/viva"))), 1)

    def test_what_its_owner_built_is_used(self):
        self.must_be_root()
        self.start()
        self.calls()
        self.assertEqual(self.start(wrap=viva.as_nobody).stdout, "viva here: 0022 /\n")
        self.assertEqual(self.calls(), [])

    def test_nowhere_to_build(self):
        self.must_be_root()
        del self.env["HOME"]
        done = self.start(wrap=viva.as_nobody)
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, r"\Aviva: /nonexistent/\.cache/viva/build-[0-9a-f]{16} cannot be written\. Set XDG_CACHE_HOME to a folder that is yours: "
                         r"what is built from a checkout that is not yours goes there\.\n\Z")


class Packages(Checkout):
    def test_none_missing_none_asked_for(self):
        self.start()
        self.assertNotIn("apt-get", " ".join(self.calls()))

    def test_root_installs_what_is_missing(self):
        self.must_be_root()
        self.lacks("cmake", "libfmt-dev")
        done = self.start()
        self.assertEqual(done.stderr.splitlines()[0], "viva: installing packages: cmake libfmt-dev")
        self.assertEqual(self.calls(), ["apt-get -q -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 install -y --no-install-recommends --no-remove "
                                        "-o Dpkg::Options::=--force-confold cmake libfmt-dev", "cmake", "ninja"])

    def test_lists_are_fetched_only_when_needed(self):
        self.must_be_root()
        self.lacks("cmake")
        (self.fake / "no-lists").touch()
        self.assertEqual(self.start().returncode, 0)
        self.assertEqual([call.split()[6] for call in self.calls() if call.startswith("apt-get")], ["install", "update", "install"])

    def test_no_network(self):
        self.must_be_root()
        self.lacks("cmake")
        (self.fake / "no-lists").touch()
        (self.fake / "no-network").touch()
        done = self.start()
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr, "viva: installing packages: cmake\nviva: the packages could not be installed; the end of %s:\n"
                         "  E: Unable to locate package\n  E: Unable to locate package\n  By hand, as root:\n"
                         "    apt-get update && apt-get install -y --no-install-recommends cmake\n" % (self.top / ".build" / "packages.log"))

    def as_user(self, done_with_sudo):
        """Called by an ordinary user who owns the checkout; sudo is a script, or there is none."""
        if done_with_sudo is not None:
            (self.bin / "sudo").write_text("#!/bin/sh\n" + done_with_sudo)
            (self.bin / "sudo").chmod(0o755)
        self.lacks("cmake")
        wrap = list
        if os.geteuid() == 0:
            self.give_to_nobody(self.folder)
            wrap = viva.as_nobody
        return self.start(wrap=wrap, start_new_session=True)

    def test_a_user_with_sudo(self):
        done = self.as_user('echo "sudo $1" >>"$FAKE/calls"; shift; exec "$@"')
        self.assertEqual((done.returncode, done.stdout), (0, "viva here: 0022 /\n"), done.stderr)
        self.assertEqual([call.split()[0:2] for call in self.calls()][:3], [["sudo", "-n"], ["sudo", "-n"], ["apt-get", "-q"]])

    def test_a_user_whose_sudo_asks_without_a_terminal(self):
        done = self.as_user("exit 1")
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr, "viva: packages are missing; sudo asks for a password, and there is no terminal to ask on.\n  Run:\n"
                         "    sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends cmake'\n  and then call this again.\n")

    def test_a_user_without_sudo(self):
        done = self.as_user(None)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr, "viva: packages are missing; to install them one must be root, and there is no sudo here.\n  As root, run:\n"
                         "    apt-get update && apt-get install -y --no-install-recommends cmake\n  and then call this again.\n")
        self.assertEqual(self.calls(), [])

    def test_packages_of_ones_own(self):
        self.lacks("cmake")
        self.env["VIVA_PACKAGES"] = "own"
        self.assertEqual(self.start().returncode, 0)
        self.assertEqual(self.calls(), ["cmake", "ninja"])


if __name__ == "__main__":
    runner.main(time_limit=120)
