"""The script worker, driven directly: what the shipped scripts answer, without a bank or a terminal around them.

    scripts = worker.Scripts()
    grade = scripts.grade(question, "a c")        the record of the grade, as `viva grade` writes it
    scripts.call("question_type", "choice", "present", [question, {"lang": "zh"}])

Frames are two little-endian lengths, a JSON header and a body: engine/script/frame.h.
"""

import json
import pathlib
import socket
import struct
import subprocess

import viva


class Failed(Exception):
    """A script failed; the text is the message with its file and line."""


def script_files(folder):
    """All scripts below `folder`, in the form in which the worker loads them."""
    for path in sorted(folder.rglob("*.lua")):
        inside = path.relative_to(folder)
        if inside.parts[0] == "meta":
            continue
        file = {"file": "scripts/" + inside.as_posix(), "text": path.read_text(encoding="utf-8"), "origin": "shipped"}
        if inside.parts[0] == "lib":
            file["library"] = path.stem
        yield file


def glossary():
    concepts = json.loads((viva.top / "questions" / "glossary.json").read_text(encoding="utf-8"))["concepts"]
    return {name: concept["says"] for name, concept in concepts.items()}


class Scripts:
    def __init__(self, files=None):
        program = str(viva.build / "viva-worker")
        if not pathlib.Path(program).exists():
            raise FileNotFoundError("%s is not there: run the tests with tests/run, or set VIVA_BUILD to a build folder" % program)
        ours, theirs = socket.socketpair()
        # The worker expects its end as descriptor 3.
        self.process = subprocess.Popen(["/bin/sh", "-c", 'exec "$0" 3<&%d' % theirs.fileno(), program], pass_fds=[theirs.fileno()], env={})
        theirs.close()
        self.channel = ours
        hello = self.receive()[0]
        if "hello" not in hello:
            raise Failed(str(hello))
        done = self.exchange({"op": "load", "files": list(files or script_files(viva.top / "scripts")), "glossary": glossary(), "engine_version": "test"})[0]
        self.declared = {(entry["kind"], entry["name"]): entry for entry in done["declared"]}
        self.problems = done["problems"]
        self.defined = {}

    def close(self):
        self.channel.close()
        self.process.kill()
        self.process.wait()

    def send(self, header, body=b""):
        text = json.dumps(header).encode()
        self.channel.sendall(struct.pack("<II", len(text), len(body)) + text + body)

    def read(self, count):
        data = b""
        while len(data) < count:
            piece = self.channel.recv(count - len(data))
            if not piece:
                raise Failed("the worker ended")
            data += piece
        return data

    def receive(self):
        header, body = struct.unpack("<II", self.read(8))
        return json.loads(self.read(header)), self.read(body)

    def exchange(self, header, body=b""):
        self.send(header, body)
        return self.result()

    def result(self):
        header, body = self.receive()
        if "failed" in header:
            failure = header["failed"]
            raise Failed("%s:%s: %s" % (failure.get("file", ""), failure.get("line", ""), failure["message"]))
        return header.get("done", header), body

    def define(self, question):
        """Makes the question known under its id; again when it is another question of the same id."""
        if self.defined.get(question["id"]) != question:
            self.exchange({"op": "define", "questions": {question["id"]: {"content": question, "type": question["type"], "version": "q", "type_version": "t"}}})
            self.defined[question["id"]] = question

    def grade_all(self, question, answers, lang="en", rule="plain", options=None, facts=None, **line):
        """The records of several answers, graded as one frame. `facts` are what a round says of the question: weight, section."""
        self.define(question)
        lines = [json.dumps({"candidate": "c", "question": question["id"], "answer": answer, **line}, ensure_ascii=False) + "\n" for answer in answers]
        request = {"op": "grade", "language": lang, "rule": rule, "rule_options": options or {}, "facts": facts or {}}
        done, body = self.exchange(request, "".join(lines).encode())
        assert done["count"] == len(answers)
        return [json.loads(record) for record in body.decode().splitlines()]

    def grade(self, question, answer, **how):
        return self.grade_all(question, [answer], **how)[0]

    def call(self, kind, name, callback, arguments):
        return self.exchange({"op": "invoke", "kind": kind, "name": name, "callback": callback, "arguments": arguments})[0]["value"]

    def play(self, name, options, engine):
        """Runs a round. `engine(name, arguments)` answers what it asks for."""
        done = self.exchange({"op": "invoke", "kind": "round", "name": name, "callback": "run", "arguments": [options]})[0]
        while "call" in done:
            call = done["call"]
            done = self.exchange({"op": "return", "job": call["job"], "answered": True, "value": engine(call["name"], call["arguments"])})[0]
        return done
