"""Runs viva-fuzz (fuzz.cc) and keeps the input that breaks something."""

import os
import pathlib
import struct
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import viva

TARGETS = ["frame", "answer-line", "json", "pattern", "markdown", "bank", "messages", "scripts", "typed"]


def fuzz(target, seed, runs, seconds):
    """How many runs there were. Fails with the file that holds the input at fault, and how to take it again."""
    program = viva.build / "tests" / "viva-fuzz"
    with tempfile.NamedTemporaryFile(prefix="viva-fuzz-") as last:
        env = {**os.environ, "VIVA_HOME": str(viva.top)}
        done = subprocess.run([program, target, str(seed), str(runs), str(seconds), last.name], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env)
        text = done.stdout.decode(errors="backslashreplace")
        if done.returncode == 0:
            return int(text.split()[0])
        written = pathlib.Path(last.name).read_bytes()
    kept = pathlib.Path(tempfile.gettempdir(), "viva-%s-%d.input" % (target, seed))
    kept.write_bytes(written[8:8 + struct.unpack_from("<Q", written)[0]])
    raise AssertionError("%s (exit status %d)\nthe input is in %s; again: %s %s %s" % (text.strip() or "it crashed", done.returncode, kept, program, target, kept))
