import selectors


def collect(socks, seconds):
    received = [bytearray() for _ in socks]
    with selectors.DefaultSelector() as selector:
        for sock, buffer in zip(socks, received):
            selector.register(sock, selectors.EVENT_READ, buffer)
        while selector.get_map():
            events = selector.select(seconds)
            if not events:
                break
            for key, _ in events:
                try:
                    piece = key.fileobj.recv(65536)
                except ConnectionResetError:
                    piece = b""
                if piece:
                    key.data.extend(piece)
                else:
                    selector.unregister(key.fileobj)
    for sock in socks:
        sock.close()
    return [bytes(buffer) for buffer in received]
