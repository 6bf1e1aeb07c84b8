import mmap
import tempfile

with tempfile.TemporaryFile() as file:
    file.write(b"hello world")
    file.flush()
    with mmap.mmap(file.fileno(), 0) as view:
        print(view[:5], len(view))
        view[:5] = b"howdy"
        print(view[:])
        try:
            view[:5] = b"hi"
        except IndexError:
            print("IndexError")
        view.seek(6)
        print(view.find(b"h"), view.find(b"h", 0))
    file.seek(0)
    print(file.read())
