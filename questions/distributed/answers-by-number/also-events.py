import asyncio


class Client:
    def __init__(self, send):
        self.send, self.last, self.calls, self.gone = send, 0, {}, False

    async def call(self, method, *params):
        if self.gone:
            raise ConnectionError
        self.last += 1
        number = f"call-{self.last}"
        self.calls[number] = [asyncio.Event(), None]
        try:
            self.send({"id": number, "method": method, "params": [*params]})
            await self.calls[number][0].wait()
            answer = self.calls[number][1]
        finally:
            del self.calls[number]
        if answer is None:
            raise ConnectionError
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["result"]

    def receive(self, message):
        entry = self.calls.get(message["id"])
        if entry and not entry[0].is_set():
            entry[1] = message
            entry[0].set()

    def lost(self):
        self.gone = True
        for event, _ in self.calls.values():
            event.set()
