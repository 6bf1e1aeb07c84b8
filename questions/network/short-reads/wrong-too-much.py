def read_exactly(sock, size):
    data = b""
    while len(data) < size:
        part = sock.recv(4096)
        if not part:
            raise EOFError
        data += part
    return data
