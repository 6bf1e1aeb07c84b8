import asyncio


class Client:
    def __init__(self, send):
        ...

    async def call(self, method, *params):
        ...

    def receive(self, message):
        ...

    def lost(self):
        ...
