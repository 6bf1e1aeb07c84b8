import selectors


def collect(socks, seconds):
    received = {sock: b"" for sock in socks}
    closed = set()
    selector = selectors.DefaultSelector()
    for sock in socks:
        selector.register(sock, selectors.EVENT_READ)
    while len(closed) < len(socks):
        events = selector.select(seconds)
        if not events:
            break
        for key, _ in events:
            piece = key.fileobj.recv(65536)
            if piece:
                received[key.fileobj] += piece
            else:
                closed.add(key.fileobj)
    for sock in socks:
        sock.close()
    return list(received.values())
