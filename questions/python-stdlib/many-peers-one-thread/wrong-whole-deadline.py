import selectors
import time


def collect(socks, seconds):
    received = {sock: bytearray() for sock in socks}
    end = time.monotonic() + seconds
    with selectors.DefaultSelector() as selector:
        for sock in socks:
            selector.register(sock, selectors.EVENT_READ)
        while selector.get_map() and time.monotonic() < end:
            for key, _ in selector.select(max(0, end - time.monotonic())):
                try:
                    piece = key.fileobj.recv(65536)
                except ConnectionResetError:
                    piece = b""
                received[key.fileobj] += piece
                if not piece:
                    selector.unregister(key.fileobj)
    for sock in socks:
        sock.close()
    return [bytes(buffer) for buffer in received.values()]
