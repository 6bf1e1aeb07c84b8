import selectors


def collect(socks, seconds):
    received = {sock: b"" for sock in socks}
    selector = selectors.DefaultSelector()
    for sock in socks:
        selector.register(sock, selectors.EVENT_READ)
    while selector.get_map():
        events = selector.select(seconds)
        if not events:
            break
        for key, _ in events:
            try:
                received[key.fileobj] = key.fileobj.recv(65536)
            except ConnectionResetError:
                pass
            selector.unregister(key.fileobj)
    for sock in socks:
        sock.close()
    return list(received.values())
