import asyncio
from collections import deque


class Client:
    def __init__(self, send):
        self.send = send
        self.waiting = deque()
        self.number = 0
        self.connected = True

    async def call(self, method, *params):
        if not self.connected:
            raise ConnectionError
        self.number += 1
        future = asyncio.get_running_loop().create_future()
        self.waiting.append(future)
        self.send({"id": self.number, "method": method, "params": list(params)})
        return await future

    def receive(self, message):
        future = self.waiting.popleft()
        if "error" in message:
            future.set_exception(RuntimeError(message["error"]))
        else:
            future.set_result(message["result"])

    def lost(self):
        self.connected = False
        while self.waiting:
            self.waiting.popleft().set_exception(ConnectionError())
