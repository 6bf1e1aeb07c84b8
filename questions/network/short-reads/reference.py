def read_exactly(sock, size):
    parts = []
    while size > 0:
        part = sock.recv(min(size, 65536))
        if not part:
            raise EOFError("connection closed")
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
