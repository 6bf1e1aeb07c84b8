def collect(socks, seconds):
    result = []
    for sock in socks:
        sock.settimeout(seconds)
        received = b""
        try:
            while piece := sock.recv(65536):
                received += piece
        except OSError:
            pass
        result.append(received)
    for sock in socks:
        sock.close()
    return result
