def python_lines(text_file):
    for line in text_file.readlines():
        line = line.strip()
        if line and not line.startswith("#"):
            yield line
