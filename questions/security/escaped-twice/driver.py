import html


def good(answer, text):
    safe = answer.escape(text)
    return html.unescape(safe) == text and not set(safe) & set("<>\"'")


def a_tag(answer):
    return good(answer, "<b>")


def ampersand(answer):
    return good(answer, "salt & pepper") and answer.escape("a & b") == "a &amp; b"


def single_quote(answer):
    return good(answer, "' onmouseover='alert(1)")


def double_quote(answer):
    return good(answer, '" onmouseover="alert(1)')


def an_entity_as_text(answer):
    return good(answer, "write &lt; for a less-than sign")


def everything(answer):
    return good(answer, "<a href=\"x\" title='y'>R&D &amp; more</a>")


def empty(answer):
    return answer.escape("") == ""
