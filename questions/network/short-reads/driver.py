class Fake:
    def __init__(self, *pieces):
        self.pieces, self.empty = list(pieces), 0

    def recv(self, size):
        if not self.pieces:
            self.empty += 1
            if self.empty > 20:
                raise RuntimeError("endless loop on a closed connection")
            return b""
        piece = self.pieces.pop(0)
        if len(piece) > size:
            self.pieces.insert(0, piece[size:])
        return piece[:size]


def attempt(answer, sock, size):
    try:
        return answer.read_exactly(sock, size)
    except EOFError:
        return "EOFError"


def one_piece(answer):
    return attempt(answer, Fake(b"hello"), 5)


def in_pieces(answer):
    return attempt(answer, Fake(b"he", b"llo"), 5)


def byte_by_byte(answer):
    return attempt(answer, Fake(b"h", b"e", b"l", b"l", b"o"), 5)


def closed_in_the_middle(answer):
    return attempt(answer, Fake(b"hel"), 5)


def closed_at_once(answer):
    return attempt(answer, Fake(), 5)


def leaves_the_rest(answer):
    s = Fake(b"h", b"ello")
    return [attempt(answer, s, 3), s.recv(10)]


def nothing_wanted(answer):
    return attempt(answer, Fake(b"x"), 0)
