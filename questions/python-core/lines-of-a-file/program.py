import io

text = "if x:\n    go()\n\nend\n"


def rows(file, clean):
    with file:
        for line in file:
            yield clean(line)


print([len(row) for row in rows(io.StringIO(text), str.strip)])
print([len(row) for row in rows(io.StringIO(text), lambda line: line.rstrip("\n"))])

file = io.StringIO(text)
lazy = rows(file, str.strip)
before = file.closed
next(lazy)
during = file.closed
lazy.close()
print(before, during, file.closed)
