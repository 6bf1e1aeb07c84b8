def python_lines(text_file):
    for line in text_file.read().splitlines():
        if not line.lstrip().startswith("#"):
            yield line
