def read_exactly(sock, size):
    data = sock.recv(size)
    if not data:
        raise EOFError("connection closed")
    return data
