def frame(text):
    return len(text).to_bytes(4, "big") + text


def two_at_once(answer):
    return answer.Decoder().feed(frame(b"hello") + frame(b"you"))


def cut_in_the_middle(answer):
    d, data = answer.Decoder(), frame(b"hello")
    return [d.feed(data[:6]), d.feed(data[6:])]


def byte_by_byte(answer):
    d, out = answer.Decoder(), []
    for b in frame(b"abc"):
        out += d.feed(bytes([b]))
    return out


def two_and_a_half(answer):
    d = answer.Decoder()
    data = frame(b"a") + frame(b"bb") + frame(b"ccc")
    return [d.feed(data[:-1]), d.feed(data[-1:])]


def empty_message(answer):
    return answer.Decoder().feed(frame(b"") + frame(b"x"))


def too_long(answer):
    try:
        answer.Decoder().feed((1_000_001).to_bytes(4, "big"))
    except ValueError:
        return "ValueError"
    return "accepted"


def length_only(answer):
    return answer.Decoder().feed((1_000_000).to_bytes(4, "big"))


def two_decoders(answer):
    a, b = answer.Decoder(), answer.Decoder()
    a.feed(frame(b"lost")[:5])
    return b.feed(frame(b"one"))
