import re

for text in (
    "ann@example.com",
    "ann@example.com; DROP TABLE",
    "ann@example-com",
    "ann+news@example.com",
    "<ann@example.com>",
    "...@example.com.evil.org",
):
    print(re.match(r"[\w.]+@\w+.com", text) is not None)
