"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""
from io import BufferedReader, BytesIO, RawIOBase


class Plain:
    """A file with four methods."""

    def __init__(self, file):
        self.seek, self.tell, self.read, self.readline = file.seek, file.tell, file.read, file.readline


def cut(answer, text, n):
    data = text.encode()
    return [data[start:end].decode() for start, end in answer.parts(Plain(BytesIO(data)), n)]


def border_at_the_beginning_of_a_line(answer):
    return cut(answer, "aaa\nbbb\nccc\n", 3)


def one_very_long_line(answer):
    return cut(answer, "a\n" + "x" * 20 + "\nb\n", 4)


def no_line_end_at_the_end(answer):
    return cut(answer, "a\nb\nc", 2)


def only_one_line(answer):
    return cut(answer, "hello", 3)


def more_parts_than_bytes(answer):
    return cut(answer, "a\n", 4)


def empty_file(answer):
    return cut(answer, "", 3)


def one_part(answer):
    return cut(answer, "a\nb\nc\n", 1)


def not_utf_8_and_not_at_the_beginning(answer):
    file = BytesIO(b"\xff\xfe12\r\n\x80\x81\r\n")
    file.read(3)
    return answer.parts(Plain(file), 2)


class Terabyte(RawIOBase):
    """10^10 lines of 100 bytes that exist only where they are read."""

    size, at, read_so_far = 10**12, 0, 0

    def readable(self):
        return True

    def seekable(self):
        return True

    def seek(self, offset, whence=0):
        self.at = offset + (0, self.at, self.size)[whence]
        return self.at

    def tell(self):
        return self.at

    def readinto(self, buffer):
        count = max(0, min(len(buffer), self.size - self.at))
        self.read_so_far += count
        if self.read_so_far > 4_000_000:
            raise RuntimeError("this reads far more than the borders")
        line = b"x" * 99 + b"\n"
        first = self.at % 100
        buffer[:count] = (line * (count // 100 + 2))[first:first + count]
        self.at += count
        return count


def a_terabyte(answer):
    return answer.parts(Plain(BufferedReader(Terabyte())), 3)
