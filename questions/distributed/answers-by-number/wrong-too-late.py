import asyncio


class Client:
    def __init__(self, send):
        self.send = send
        self.number = 0
        self.waiting = {}
        self.connected = True

    async def call(self, method, *params):
        if not self.connected:
            raise ConnectionError
        self.number += 1
        number = self.number
        self.send({"id": number, "method": method, "params": list(params)})
        self.waiting[number] = asyncio.get_running_loop().create_future()
        try:
            return await self.waiting[number]
        finally:
            del self.waiting[number]

    def receive(self, message):
        future = self.waiting.get(message["id"])
        if future and not future.done():
            if "error" in message:
                future.set_exception(RuntimeError(message["error"]))
            else:
                future.set_result(message["result"])

    def lost(self):
        self.connected = False
        for future in self.waiting.values():
            if not future.done():
                future.set_exception(ConnectionError())
