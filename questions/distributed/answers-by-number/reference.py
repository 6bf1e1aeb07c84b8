import asyncio
from itertools import count


class Client:
    def __init__(self, send):
        self.send = send
        self.numbers = count(1)
        self.waiting = {}
        self.connected = True

    async def call(self, method, *params):
        if not self.connected:
            raise ConnectionError("the connection is lost")
        number = next(self.numbers)
        future = asyncio.get_running_loop().create_future()
        self.waiting[number] = future
        try:
            self.send({"id": number, "method": method, "params": list(params)})
            return await future
        finally:
            self.waiting.pop(number, None)

    def receive(self, message):
        future = self.waiting.get(message["id"])
        if future is None or future.done():
            return
        if "error" in message:
            future.set_exception(RuntimeError(message["error"]))
        else:
            future.set_result(message["result"])

    def lost(self):
        self.connected = False
        for future in self.waiting.values():
            if not future.done():
                future.set_exception(ConnectionError("the connection is lost"))
