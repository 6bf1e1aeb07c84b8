def python_lines(text_file):
    for line in text_file:
        line = line.rstrip()
        if not line.lstrip().startswith("#"):
            yield line
