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
        future = self.waiting[self.number] = asyncio.get_running_loop().create_future()
        self.send({"id": self.number, "method": method, "params": list(params)})
        return await future

    def receive(self, message):
        future = self.waiting.pop(message["id"], None)
        if future is None:
            return
        if "error" in message:
            future.set_exception(RuntimeError(message["error"]))
        else:
            future.set_result(message["result"])

    def lost(self):
        self.connected = False
        for future in self.waiting.values():
            future.set_exception(ConnectionError())
        self.waiting.clear()
