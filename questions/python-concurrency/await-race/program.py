import asyncio


class Account:
    def __init__(self):
        self.balance = 100
        self.lock = asyncio.Lock()

    async def load(self):
        await asyncio.sleep(0)
        return self.balance

    async def save(self, balance):
        await asyncio.sleep(0)
        self.balance = balance

    async def withdraw(self, amount):
        balance = await self.load()
        if balance < amount:
            return False
        await self.save(balance - amount)
        return True

    async def withdraw_locked(self, amount):
        async with self.lock:
            return await self.withdraw(amount)


async def main():
    for name in ("withdraw", "withdraw_locked"):
        account = Account()
        withdraw = getattr(account, name)
        paid = await asyncio.gather(withdraw(80), withdraw(80))
        print(name, paid, account.balance)


asyncio.run(main())
