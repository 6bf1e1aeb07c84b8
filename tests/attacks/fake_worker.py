#!/usr/bin/python3 -I
"""A worker that somebody has taken over. Started in place of viva-worker with the name of a behaviour; each is a function answer_NAME that gets the
number of the message (0: the hello that nobody asked for, 1: load, then grade) and returns the bytes to send."""

import json
import os
import socket
import struct
import sys
import time

DECLARED = [{"kind": kind, "name": name, "description": "d", "file": "f", "line": 1, "origin": "attacks", "callbacks": ["grade"], "sources": ["f"]}
            for kind, name in (("question_type", "u"), ("scoring_rule", "plain"))]
HELLO = {"hello": {"version": 1, "layers": ["seccomp", "limits", "landlock"]}}
LOADED = {"done": {"declared": DECLARED, "problems": []}}
GRADED = {"done": {"count": 1, "verdicts": {"correct": 1}, "credits": {"1": 1}, "exact": None}}


def frame(header, body=b"", lengths=None):
    header = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<II", *(lengths or (len(header), len(body)))) + header + body


def honest(number):
    return frame((HELLO, LOADED)[number]) if number < 2 else frame(GRADED, b"{}\n")


def at_grading(number, answer):
    return answer if number >= 2 else honest(number)


def answer_nested_arrays(number):
    return at_grading(number, frame(b"[" * 1000000))


def answer_nested_arrays_in_an_object(number):
    return at_grading(number, frame(b'{"done":' + b"[" * 1000000))


def answer_bad_utf8(number):
    return at_grading(number, frame(b'{"done":{"x":"\xff"}}'))


def answer_key_twice(number):
    return at_grading(number, frame(b'{"done":{},"done":{}}'))


def answer_no_json(number):
    return at_grading(number, frame(b"done"))


def answer_a_list(number):
    return at_grading(number, frame([]))


def answer_length_of_4_gb(number):
    return at_grading(number, frame({}, lengths=(0xFFFFFFFF, 0)))


def answer_body_of_4_gb(number):
    return at_grading(number, frame(GRADED, lengths=(2, 0xFFFFFFFF)))


def answer_half_and_end(number):
    return at_grading(number, frame(GRADED)[:20]) if number < 2 else [frame(GRADED)[:20], None]


def answer_two_for_one(number):
    return at_grading(number, frame(GRADED, b"{}\n") * 2)


def answer_endless_frames(number):
    return at_grading(number, frame(GRADED, b"{}\n") * 1000)


def answer_never_answers(number):
    return at_grading(number, [None, "sleep"])


def answer_at_once_end(number):
    return [None]


def answer_another_version(number):
    return frame({"hello": {"version": 7, "layers": []}})


def answer_no_layers(number):
    return frame({"hello": {"version": 1, "layers": []}})


def answer_hello_of_wrong_types(number):
    return frame({"hello": {"version": "1", "layers": {"a": 1}}})


def answer_hello_as_text(number):
    return frame({"hello": "hello"})


def answer_loaded_without_declarations(number):
    return frame({"done": {}}) if number == 1 else honest(number)


def answer_declarations_of_wrong_types(number):
    return frame({"done": {"declared": [{"kind": 1}], "problems": []}}) if number == 1 else honest(number)


def answer_problems_of_wrong_types(number):
    return frame({"done": {"declared": DECLARED, "problems": ["x"]}}) if number == 1 else honest(number)


def answer_printed_number(number):
    return at_grading(number, frame({**GRADED, "printed": 1}))


def answer_failed_as_text(number):
    return at_grading(number, frame({"failed": "x"}))


def answer_done_and_failed(number):
    return at_grading(number, frame({**GRADED, "failed": {"message": "x"}}))


def answer_fraction_over_zero(number):
    return at_grading(number, frame({"done": {"count": 1, "exact": {"credit": [1, 0], "points": [1, 1], "max": [1, 1]}}}, b"{}\n"))


def answer_counts_as_texts(number):
    return at_grading(number, frame({"done": {"count": "1"}}, b"{}\n"))


def answer_call_without_name(number):
    return at_grading(number, frame({"call": {"job": 1}}))


def answer_questions_that_are_numbers(number):
    return at_grading(number, frame({"call": {"job": 1, "name": "questions", "arguments": {"ids": [1]}}}))


def answer_asks_for_ever(number):
    return at_grading(number, frame({"call": {"job": 1, "name": "questions", "arguments": {"ids": []}}}))


def answer_asks_what_cannot_be_asked(number):
    return at_grading(number, frame({"call": {"job": 1, "name": "shell", "arguments": {}}}) if number == 2 else frame(GRADED, b"{}\n"))


def main():
    behaviour = globals()["answer_" + sys.argv[1].replace("-", "_")]
    channel = socket.socket(fileno=3)
    number, received = 0, b""
    while True:
        answer = behaviour(number)
        for piece in answer if isinstance(answer, list) else [answer]:
            if piece == "sleep":
                time.sleep(600)
            elif piece is not None:
                channel.sendall(piece)
            elif "sleep" not in answer:
                os._exit(0)
        number += 1
        while len(received) < 8 or len(received) < 8 + sum(struct.unpack_from("<II", received)):
            more = channel.recv(1 << 20)
            if not more:
                os._exit(0)
            received += more
        received = received[8 + sum(struct.unpack_from("<II", received)):]


main()
