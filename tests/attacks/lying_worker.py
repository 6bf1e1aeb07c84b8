#!/usr/bin/python3 -I
"""A worker that grades as it should and lies about it: it stands between viva and the real one, `honest-worker` beside it. The file `lie` there names the lie, a function lie_NAME that is
given the frame of records (done, records) and returns what is sent instead."""

import json
import os
import pathlib
import socket
import struct
import subprocess

here = pathlib.Path(__file__).resolve().parent


def lie_another_candidate(done, records):
    return done, [record.replace(b'"candidate":"bob"', b'"candidate":"eve"') for record in records]


def lie_another_question(done, records):
    return done, [record.replace(b'"question":"golden.choice"', b'"question":"golden.cloze"') if b'"bob"' in record else record for record in records]


def lie_name_only_begins_alike(done, records):
    return done, [record.replace(b'"candidate":"bob"', b'"candidate":"bobby"') for record in records]


def lie_two_records_change_places(done, records):
    return done, records[1::-1] + records[2:]


def lie_a_record_less(done, records):
    return done, records[:-1]


def lie_a_record_more(done, records):
    return done, records + records[-1:]


def lie_the_same_record_for_all(done, records):
    return done, records[:1] * len(records)


def lie_a_count_too_high(done, records):
    return {**done, "count": done["count"] + 1}, records


def lie_a_count_too_low_and_a_record_less(done, records):
    return {**done, "count": done["count"] - 1}, records[:-1]


def lie_verdicts_that_do_not_add_up(done, records):
    return {**done, "verdicts": {"correct": done["count"] + 1}}, records


def lie_verdicts_below_zero(done, records):
    return {**done, "verdicts": {"correct": done["count"] + 1, "incorrect": -1}}, records


def lie_more_credit_than_there_is(done, records):
    return {**done, "credits": {"1": done["count"] + 1}}, records


def lie_credits_of_no_denominator(done, records):
    return {**done, "credits": {"0": 1}}, records


def lie_more_unread_than_lines(done, records):
    return {**done, "unread": done["count"] + 1}, records


def lie_no_line_end(done, records):
    return done, records[:-1] + [records[-1].rstrip(b"\n")]


def lie_half_a_record(done, records):
    return done, [records[0][: len(records[0]) // 2] + b"\n"] + records[1:]


def lie_the_end_when_bob_is_there(done, records):
    if any(b'"candidate":"bob"' in record for record in records):
        os._exit(0)
    return done, records


def receive(channel):
    received = b""
    while len(received) < 8 or len(received) < 8 + sum(struct.unpack_from("<II", received)):
        more = channel.recv(1 << 20)
        if not more:
            os._exit(0)
        received += more
    length = struct.unpack_from("<I", received)[0]
    return received[8:8 + length], received[8 + length:]


def send(channel, header, body):
    channel.sendall(struct.pack("<II", len(header), len(body)) + header + body)


def main():
    lie = globals()["lie_" + (here / "lie").read_text().replace("-", "_")]
    viva = socket.socket(fileno=os.dup(3))
    ours, theirs = socket.socketpair()
    os.dup2(theirs.fileno(), 3)
    worker = subprocess.Popen([here / "honest-worker"], pass_fds=[3])
    theirs.close()
    os.close(3)
    while worker:
        header, body = receive(ours)
        if body:
            message = json.loads(header)
            message["done"], records = lie(message["done"], body.splitlines(keepends=True))
            header, body = json.dumps(message).encode(), b"".join(records)
        send(viva, header, body)
        send(ours, *receive(viva))


main()
