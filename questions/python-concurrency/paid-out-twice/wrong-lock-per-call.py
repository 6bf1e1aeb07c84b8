import asyncio


class Account:
    def __init__(self, store):
        self.store = store

    async def withdraw(self, amount):
        async with asyncio.Lock():
            balance = await self.store.load()
            if balance < amount:
                return False
            await self.store.save(balance - amount)
            return True
