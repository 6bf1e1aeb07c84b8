"""The built programs, run as a person would run them: from outside, with a home folder of their own.

    with viva.Person() as person:
        done = person.run(["list"], input="…")
        self.assertEqual((done.code, done.out, done.err), (0, "…", ""))

A Person has an empty home folder (person.home) and nothing in the environment but what the constructor and run() are given. Started by root, it is
the ordinary user `nobody` unless Person(root=True) is asked for. tests/run says in VIVA_BUILD which build is meant; without it that is .build/release.
"""

import atexit
import collections
import functools
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

top = pathlib.Path(__file__).resolve().parents[2]
build = pathlib.Path(os.environ.get("VIVA_BUILD") or top / ".build" / "release")
nobody = 65534

Done = collections.namedtuple("Done", "code out err")


def as_nobody(command):
    return ["/usr/bin/setpriv", "--reuid=%d" % nobody, "--regid=%d" % nobody, "--clear-groups", "--inh-caps=-all", "--no-new-privs"] + command


@functools.cache
def installation(for_nobody):
    """Folder of the programs, and of scripts/ and questions/. What an ordinary user cannot reach, because the checkout is in root's home folder
    say, is copied for the time of the tests."""
    if not (build / "viva").exists():
        raise FileNotFoundError("%s is not there: run the tests with tests/run, or set VIVA_BUILD to a build folder" % (build / "viva"))
    reached = ["test", "-x", str(build / "viva"), "-a", "-x", str(build / "viva-worker"), "-a", "-r", str(top / "scripts" / "README.md")]
    if not for_nobody or subprocess.run(as_nobody(reached)).returncode == 0:
        return build, top
    copy = pathlib.Path(tempfile.mkdtemp(prefix="viva-copy-"))
    atexit.register(shutil.rmtree, copy, ignore_errors=True)
    for program in ("viva", "viva-worker", "viva-cage", "viva-post", "libviva-agent.so"):
        shutil.copy(build / program, copy)
    for folder in ("scripts", "questions"):
        shutil.copytree(top / folder, copy / folder)
    subprocess.run(["chmod", "-R", "a+rX", str(copy)], check=True)
    return copy, copy


class Person:
    def __init__(self, root=False, env=()):
        if root and os.geteuid() != 0:
            raise unittest.SkipTest("must be root")
        self.is_root = root
        self.is_nobody = os.geteuid() == 0 and not root
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="viva-home-"))
        if self.is_nobody:
            os.chown(self.home, nobody, nobody)
        self.programs, self.files = installation(self.is_nobody)
        self.env = {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": str(self.home), "LANG": "C.UTF-8", "VIVA_HOME": str(self.files)}
        for base in ("DATA", "CACHE", "CONFIG", "STATE"):
            self.env["XDG_%s_HOME" % base] = str(self.home / base.lower())
        self.env.update({name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")})
        self.env.update(env)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        shutil.rmtree(self.home, ignore_errors=True)

    def write(self, name, content):
        """A file of this person's below the home folder; its path."""
        path = self.home / name
        for folder in reversed(path.relative_to(self.home).parents[:-1]):
            if not (self.home / folder).exists():
                (self.home / folder).mkdir()
                self.give(self.home / folder)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.give(path)
        return path

    def give(self, path):
        if self.is_nobody:
            os.chown(path, nobody, nobody)

    def command(self, arguments, program="viva"):
        """What to execute, for a test that starts it by other means (a terminal, Popen) with self.env."""
        command = [str(self.programs / program)] + [str(argument) for argument in arguments]
        return as_nobody(command) if self.is_nobody else command

    def run(self, arguments=(), input="", env=(), cwd=None, timeout=60, program="viva"):
        """Runs to the end. Texts are decoded as UTF-8, strictly: output that is not is a fault. An `input` of bytes is passed on as it is."""
        process = subprocess.run(self.command(arguments, program), input=input if isinstance(input, bytes) else input.encode(),
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**self.env, **dict(env)}, cwd=cwd or self.home, timeout=timeout)
        return Done(process.returncode, process.stdout.decode(), process.stderr.decode())
