"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""
import socket
import threading
import time


def pairs(count):
    ours, theirs = zip(*(socket.socketpair() for _ in range(count)))
    return list(ours), list(theirs)


def beside(work):
    threading.Thread(target=work, daemon=True).start()


def refuse(thread):
    raise RuntimeError("one thread is enough")


def collect(answer, socks, seconds):
    """Calls the answer, which must not start threads."""
    start, threading.Thread.start = threading.Thread.start, refuse
    try:
        return answer.collect(socks, seconds)
    finally:
        threading.Thread.start = start


def texts(result):
    return [bytes(part).decode() for part in result]


def two_peers(answer):
    ours, theirs = pairs(2)
    for peer, text in zip(theirs, (b"hello", b"world")):
        peer.sendall(text)
        peer.close()
    return texts(collect(answer, ours, 2))


def nothing_sent(answer):
    ours, theirs = pairs(2)
    for peer in theirs:
        peer.close()
    return texts(collect(answer, ours, 2))


def second_one_first(answer):
    ours, theirs = pairs(2)

    def work():
        theirs[1].sendall(b"x" * 3_000_000)
        theirs[1].close()
        theirs[0].sendall(b"done")
        theirs[0].close()

    beside(work)
    first, second = collect(answer, ours, 1.5)
    return [bytes(first).decode(), len(second)]


def silent_peer(answer):
    ours, theirs = pairs(2)
    theirs[1].sendall(b"all of it")
    theirs[1].close()
    return texts(collect(answer, ours, 0.3))


def in_pieces(answer):
    ours, theirs = pairs(2)
    theirs[1].sendall(b"x")

    def work():
        for piece in (b"a", b"b", b"cd"):
            theirs[0].sendall(piece)
            time.sleep(0.3)
        for peer in theirs:
            peer.close()

    beside(work)
    return texts(collect(answer, ours, 3))


def time_since_the_last_piece(answer):
    ours, theirs = pairs(2)

    def work():
        for _ in range(4):
            theirs[0].sendall(b".")
            time.sleep(0.4)

    beside(work)
    start = time.monotonic()
    result = collect(answer, ours, 1)
    return [bytes(result[0]).decode(), time.monotonic() - start > 1.5]


def reset(answer):
    ours, theirs = pairs(2)
    theirs[0].sendall(b"half")
    ours[0].sendall(b"never read")
    theirs[0].close()
    theirs[1].sendall(b"other")
    theirs[1].close()
    return texts(collect(answer, ours, 2))


def much(answer):
    ours, theirs = pairs(1)

    def work():
        theirs[0].sendall(bytes(1_000_000))
        theirs[0].close()

    beside(work)
    return [len(part) for part in collect(answer, ours, 2)]


def closed_at_the_end(answer):
    ours, theirs = pairs(2)
    theirs[0].close()
    collect(answer, ours, 0.2)
    return [sock.fileno() for sock in ours]


def no_sockets(answer):
    return collect(answer, [], 5)


def one_closes_early(answer):
    ours, theirs = pairs(2)
    theirs[0].close()

    def work():
        time.sleep(0.4)
        theirs[1].sendall(b"late")
        theirs[1].close()

    beside(work)
    return texts(collect(answer, ours, 3))
