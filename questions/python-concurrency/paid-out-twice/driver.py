"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


import asyncio


class Store:
    def __init__(self, balance, name="", log=None):
        self.balance, self.name, self.log = balance, name, [] if log is None else log

    async def load(self):
        self.log.append(self.name + " load")
        value = self.balance
        await asyncio.sleep(0)
        return value

    async def save(self, value):
        self.log.append(self.name + " save")
        await asyncio.sleep(0)
        self.balance = value


def run(main):
    async def limited():
        return await asyncio.wait_for(main(), 1)
    return asyncio.run(limited())


def alone(answer):
    async def main():
        store = Store(100)
        account = answer.Account(store)
        return [await account.withdraw(80), await account.withdraw(80), store.balance]
    return run(main)


def together(answer):
    async def main():
        store = Store(100)
        account = answer.Account(store)
        return [list(await asyncio.gather(account.withdraw(80), account.withdraw(80))), store.balance]
    return run(main)


def many(answer):
    async def main():
        store = Store(100)
        account = answer.Account(store)
        return [sum(await asyncio.gather(*[account.withdraw(10) for _ in range(30)])), store.balance]
    return run(main)


def refused_first(answer):
    async def main():
        store = Store(100)
        account = answer.Account(store)
        return [list(await asyncio.gather(account.withdraw(500), account.withdraw(50))), store.balance]
    return run(main)


def error_first(answer):
    async def main():
        store = Store(100)
        account = answer.Account(store)
        load = store.load

        async def broken():
            raise OSError("connection lost")

        store.load = broken
        try:
            await account.withdraw(80)
            seen = "nothing"
        except OSError:
            seen = "OSError"
        store.load = load
        return [seen, await account.withdraw(80), store.balance]
    return run(main)


def two_accounts(answer):
    async def main():
        log = []
        a, b = answer.Account(Store(100, "a", log)), answer.Account(Store(100, "b", log))
        await asyncio.gather(a.withdraw(10), b.withdraw(10))
        return log
    return run(main)
