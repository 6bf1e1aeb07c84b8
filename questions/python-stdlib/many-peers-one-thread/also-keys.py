from contextlib import ExitStack
from selectors import EVENT_READ, PollSelector


def collect(socks, seconds):
    parts = {sock: [] for sock in socks}
    with ExitStack() as stack:
        selector = stack.enter_context(PollSelector())
        for sock in parts:
            stack.enter_context(sock)
            sock.setblocking(False)
            selector.register(sock, EVENT_READ)
        waiting = len(parts)
        while waiting and (ready := selector.select(timeout=seconds)):
            for key, _ in ready:
                done = False
                try:
                    while piece := key.fileobj.recv(4096):
                        parts[key.fileobj].append(piece)
                    done = True
                except BlockingIOError:
                    pass
                except OSError:
                    done = True
                if done:
                    selector.unregister(key.fileobj)
                    waiting -= 1
    return [b"".join(pieces) for pieces in parts.values()]
