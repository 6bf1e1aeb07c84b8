def python_lines(text_file):
    for line in text_file:
        if not line.lstrip().startswith("#"):
            yield line.rstrip("\n")
