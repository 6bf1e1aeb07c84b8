#!/usr/bin/env python3
"""The README's two commands on a bare Debian 12, in every situation they promise to manage.

Must be root, and have debootstrap. The bare system and the .deb files that were fetched are kept below $XDG_CACHE_HOME/viva/bare-debian (delete it
whenever you like); package sources are those of this machine. The system is entered with namespaces of its own and pivot_root, /proc and /dev
mounted: in a plain chroot the kernel refuses the user namespaces that cages are made of.
"""

import functools
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import runner
import screen
import viva

cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "viva" / "bare-debian"
suites = {"bookworm", "bookworm-updates", "bookworm-security"}

# Arguments: root of the new system, folder of .deb files, folder of the compiler's cache, what to run.
ENTER = """
set -e
mount --make-rprivate /
mount --bind "$1" "$1"
mkdir -p "$1/ccache"
mount --bind "$2" "$1/var/cache/apt/archives"
[ -z "$3" ] || mount --bind "$3" "$1/ccache"
cd "$1"
mount -t proc proc proc
mount --rbind /dev dev
pivot_root . .
umount -l .
cd /
exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM="${TERM:-dumb}" ${3:+CCACHE_DIR=/ccache CCACHE_UMASK=000} bash -c "$4"
"""


def run(*command, **options):
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", **options)


def host_sources():
    """This machine's own entries for Debian 12: [text of one entry, address of its mirror], others' entries left out."""
    for file in [pathlib.Path("/etc/apt/sources.list"), *sorted(pathlib.Path("/etc/apt/sources.list.d").glob("*"))]:
        text = file.read_text() if file.exists() else ""
        if file.suffix == ".sources":
            for entry in re.split(r"\n\s*\n", text):
                entry = "\n".join(line for line in entry.splitlines() if not line.startswith("#"))
                fields = dict(re.findall(r"^(\w+): *(.*)$", entry, re.MULTILINE))
                if fields.get("Suites") and set(fields["Suites"].split()) <= suites:
                    yield entry + "\n", fields["URIs"].split()[0], fields["Suites"].split()
        else:
            for address, suite in re.findall(r"^deb +(?:\[.*?\] *)?(\S+) +(\S+) ", text, re.MULTILINE):
                if suite in suites:
                    yield "Types: deb\nURIs: %s\nSuites: %s\nComponents: main\n" % (address, suite), address, [suite]


@functools.cache
def bare():
    """The bare system, as fresh as its files: nothing but what debootstrap calls minbase."""
    root = cache / "root"
    entries = list(host_sources())
    mirrors = [mirror for _, mirror, names in entries if "bookworm" in names]
    if not mirrors:
        raise RuntimeError("no package source for Debian 12 (bookworm) in /etc/apt of this machine")
    if not root.exists():
        making = cache / "making"
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(parents=True)
        more = ["--include=ca-certificates"] if any("https:" in mirror for _, mirror, _ in entries) else []
        done = run("debootstrap", "--variant=minbase", *more, "bookworm", str(making), mirrors[0])
        if done.returncode != 0:
            raise RuntimeError("debootstrap: " + done.stdout[-2000:])
        making.rename(root)
    # How this machine reaches its mirrors, asked anew each time.
    apt = root / "etc" / "apt"
    (apt / "sources.list").unlink(missing_ok=True)
    (apt / "sources.list.d" / "host.sources").write_text("\n".join(text for text, _, _ in entries))
    settings = run("apt-config", "dump", "Acquire").stdout.splitlines()
    (apt / "apt.conf.d" / "90host").write_text("".join(line + "\n" for line in settings if re.match(r"Acquire::https?::", line)))
    for name in ("resolv.conf", "hosts"):
        shutil.copy("/etc/" + name, root / "etc" / name)
    return root


def copy_checkout(target):
    """What is in this checkout without what was built, and without .git: neither command needs git."""
    shutil.copytree(viva.top, target, symlinks=True, ignore=lambda folder, names: [name for name in names if name == "__pycache__" or folder == str(viva.top) and
                    (name in (".git", ".cache") or name.startswith(".build"))])


class System:
    """A copy of a bare system (or of another System) with the checkout at /opt/viva."""

    def __init__(self, origin=None, compiler_cache=True):
        work = cache / "work"
        work.mkdir(parents=True, exist_ok=True)
        self.root = pathlib.Path(tempfile.mkdtemp(dir=work)) / "root"
        subprocess.run(["cp", "-a", "--reflink=auto", str(origin.root if origin else bare()), str(self.root)], check=True)
        if not origin:
            copy_checkout(self.root / "opt" / "viva")
        self.debs = cache / "debs"
        self.compiler_cache = cache / "ccache" if compiler_cache else ""
        for folder in (self.debs / "partial", self.compiler_cache):
            if folder:
                folder.mkdir(parents=True, exist_ok=True)
        if compiler_cache:
            self.compiler_cache.chmod(0o777)

    def remove(self):
        shutil.rmtree(self.root.parent)

    def command(self, script):
        return ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--uts", "--ipc", "bash", "-c", ENTER, "enter", str(self.root), str(self.debs),
                str(self.compiler_cache), script]

    def run(self, script):
        began = time.monotonic()
        # A session of its own: no terminal for sudo to ask on.
        done = run(*self.command(script), start_new_session=True)
        print("$ %s\n%s[%d, %.0f s]" % (script, done.stdout, done.returncode, time.monotonic() - began))
        sys.__stderr__.write("     %.0f s: %s\n" % (time.monotonic() - began, " ".join(script.split())[:110]))
        return done

    def add_user(self, sudo=None):
        """An ordinary user, li, with the right to use sudo: None, "free" or "password" (it is `geheim`)."""
        lines = ["useradd -m -s /bin/bash li"]
        if sudo:
            lines += ["(apt-get -q update && apt-get -qy install --no-install-recommends sudo) >/dev/null 2>&1", "echo li:geheim | chpasswd",
                      "echo 'li ALL=(ALL) %s ALL' >/etc/sudoers.d/li" % ("NOPASSWD:" if sudo == "free" else "PASSWD:")]
        done = self.run(" && ".join(lines))
        if done.returncode != 0:
            raise RuntimeError(done.stdout)


AS_LI = "runuser -u li -- env HOME=/home/li "


@functools.cache
def set_up_by_root():
    """A system where root has called both commands, and what they said. Nothing is shared with earlier builds here: these are a new user's times."""
    system = System(compiler_cache=False)
    return system, system.run("cd /opt/viva && ./engine/start --version"), system.run("cd /opt/viva && ./tests/run")


def setUpModule():
    if os.geteuid() != 0:
        raise unittest.SkipTest("must be root")
    if not shutil.which("debootstrap"):
        raise unittest.SkipTest("debootstrap is not installed: apt-get install debootstrap")
    shutil.rmtree(cache / "work", ignore_errors=True)


def tearDownModule():
    shutil.rmtree(cache / "work", ignore_errors=True)


class BareDebian(unittest.TestCase):
    def system(self, *arguments):
        system = System(*arguments)
        self.addCleanup(system.remove)
        return system

    def good(self, done, *wanted):
        self.assertEqual(done.returncode, 0)
        for text in wanted:
            self.assertIn(text, done.stdout)

    def test_as_root(self):
        system, start, tests = set_up_by_root()
        self.good(start, "viva: installing packages: g++ cmake", "viva: building; the first time takes some minutes")
        self.good(tests, "viva: installing packages: catch2", " 0 failed")
        self.good(again := system.run("cd /opt/viva && ./engine/start --version"))
        self.assertNotIn("viva: ", again.stdout)

    def test_as_a_user_with_sudo(self):
        system = self.system()
        system.add_user("free")
        home = system.root / "home" / "li" / "viva"
        (system.root / "opt" / "viva").rename(home)
        system.run("chown -R li:li /home/li/viva")
        self.good(system.run(AS_LI + "bash -c 'cd ~/viva && ./engine/start --version'"), "viva: installing packages: g++ cmake")
        self.good(system.run(AS_LI + "bash -c 'cd ~/viva && ./tests/run'"), "viva: installing packages: catch2", " 0 failed")
        self.assertEqual(system.run("find /home/li ! -user li").stdout, "")

    def test_as_a_user_who_types_a_password(self):
        system = self.system()
        system.add_user("password")
        refused = system.run(AS_LI + "/opt/viva/engine/start --version")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("viva: packages are missing; sudo asks for a password, and there is no terminal to ask on.\n  Run:\n    sudo sh -c 'apt-get update && ",
                      refused.stdout)
        with screen.Screen(system.command(AS_LI + "/opt/viva/engine/start --version; echo ended with $?"), {"PATH": os.environ["PATH"]}) as terminal:
            terminal.wait("password for li:", 60)
            terminal.type("geheim")
            terminal.press("Enter")
            terminal.wait("viva: building ", 600)
            print(terminal.wait("ended with", 1200))
            self.assertIn("ended with 0", terminal.text())

    def test_as_a_user_without_sudo(self):
        system = self.system()
        system.add_user()
        done = system.run(AS_LI + "/opt/viva/engine/start")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stdout, r"\Aviva: packages are missing; to install them one must be root, and there is no sudo here\.\n  As root, run:\n    apt-get update && "
                         r"apt-get install -y --no-install-recommends g\+\+ cmake [^\n]*\n  and then call this again\.\n\Z")

    def test_on_another_system(self):
        system = self.system()
        (system.root / "etc" / "os-release").unlink()
        (system.root / "etc" / "os-release").write_text('PRETTY_NAME="Fedora Linux 41"\nID=fedora\nVERSION_ID=41\n')
        done = system.run("/opt/viva/engine/start")
        self.assertEqual(done.returncode, 2)
        self.assertIn("viva: packages are missing, and they can be installed only on Debian 12; this is Fedora Linux 41.\n  missing: g++ cmake ", done.stdout)

    def test_interrupted_while_packages_are_unpacked(self):
        system = self.system()
        done = system.run("""cd /opt/viva
            perl -e 'setpgrp(0, 0); $SIG{INT} = "DEFAULT"; exec @ARGV' ./engine/start --version & call=$!
            until grep -q '^Unpacking gcc' .build/packages.log 2>/dev/null; do sleep 0.05; done
            kill -INT -- -$call; wait $call; echo "ended with $?"
            ./engine/start --version""")
        self.good(done, "viva: interrupted; the next call goes on from here\nended with 130\n")

    def test_a_checkout_of_somebody_else(self):
        system = self.system(set_up_by_root()[0])
        system.add_user()
        system.run("rm -rf /opt/viva/.build; touch /before")
        self.good(system.run(AS_LI + "/opt/viva/engine/start --version"))
        self.good(system.run(AS_LI + "/opt/viva/tests/run unit"), " 0 failed")
        self.good(system.run("ls /home/li/.cache/viva/build-*/release/viva"))
        self.assertEqual(system.run("find /opt/viva -cnewer /before").stdout, "")

    def test_root_in_a_users_checkout(self):
        system = self.system(set_up_by_root()[0])
        system.add_user()
        system.run("rm -rf /opt/viva/.build; chown -R li:li /opt/viva")
        self.good(system.run("/opt/viva/engine/start --version"))
        self.assertEqual(system.run("find /opt/viva ! -user li").stdout, "")

    def test_moved(self):
        system = self.system(set_up_by_root()[0])
        system.run("mv /opt/viva '/srv/viva 移动'")
        self.good(system.run("cd '/srv/viva 移动' && ./engine/start --version && ./tests/run unit"), " 0 failed")
        self.good(system.run("grep '^CMAKE_HOME_DIRECTORY:INTERNAL=/srv/viva 移动$' '/srv/viva 移动/.build/release/CMakeCache.txt'"))

    def test_read_only(self):
        system = self.system(set_up_by_root()[0])
        system.add_user()
        lock = "mount --bind /opt/viva /opt/viva && mount -o remount,bind,ro /opt/viva && ! touch /opt/viva/x 2>/dev/null && "
        # The copied system's files are new to it.
        system.run("/opt/viva/engine/start --version")
        built = system.run(lock + "/opt/viva/engine/start --version && " + AS_LI + "/opt/viva/engine/start --version")
        self.good(built)
        self.assertNotIn("building", built.stdout)
        self.good(system.run("rm -r /opt/viva/.build; " + lock + "/opt/viva/engine/start --version && /opt/viva/tests/run unit && ls /root/.cache/viva/build-*/release/viva"),
                  " 0 failed")

    def test_odd_callers(self):
        system = self.system(set_up_by_root()[0])
        start = "/opt/viva/engine/start --version"
        system.run("ln -s /opt/viva/engine/start /usr/local/bin/practise")
        for call in ("cd /usr && " + start, "cd /usr && practise --version", "cd / && env -i " + start, "umask 077; " + start, "umask 777; " + start,
                     "cd /opt && viva/engine/start --version", "mkdir -p /gone && cd /gone && rmdir /gone && " + start):
            for before in ("", "rm -rf /opt/viva/.build; "):
                with self.subTest(call=call, built=not before):
                    self.good(system.run(before + call))


if __name__ == "__main__":
    runner.main(time_limit=3 * 3600)
