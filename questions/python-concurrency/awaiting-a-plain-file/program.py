import asyncio
import tempfile


class Watched:
    def __init__(self, file):
        self.file = file

    def read(self):
        text = self.file.read()
        print("read", len(text))
        return text


async def load(path):
    with open(path) as file:
        text = await Watched(file).read()
    return text


with tempfile.NamedTemporaryFile("w", suffix=".txt") as data:
    data.write("hello")
    data.flush()
    try:
        asyncio.run(load(data.name))
    except TypeError as error:
        print(error)
