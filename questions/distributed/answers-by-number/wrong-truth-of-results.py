import asyncio


class Client:
    def __init__(self, send):
        self.send = send
        self.number = 0
        self.waiting = {}

    async def call(self, method, *params):
        self.number += 1
        number = self.number
        future = self.waiting[number] = asyncio.get_running_loop().create_future()
        try:
            self.send({"id": number, "method": method, "params": list(params)})
            return await future
        finally:
            del self.waiting[number]

    def receive(self, message):
        future = self.waiting.get(message["id"])
        if not future or future.done():
            return
        if message.get("result"):
            future.set_result(message["result"])
        else:
            future.set_exception(RuntimeError(message.get("error")))

    def lost(self):
        for future in self.waiting.values():
            if not future.done():
                future.set_exception(ConnectionError())
