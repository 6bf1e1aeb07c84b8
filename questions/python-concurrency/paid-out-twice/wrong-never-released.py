import asyncio


class Account:
    def __init__(self, store):
        self.store = store
        self.lock = asyncio.Lock()

    async def withdraw(self, amount):
        await self.lock.acquire()
        balance = await self.store.load()
        if balance < amount:
            return False
        await self.store.save(balance - amount)
        self.lock.release()
        return True
