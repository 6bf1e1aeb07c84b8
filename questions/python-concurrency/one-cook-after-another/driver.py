"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


import asyncio


def run(main):
    async def limited():
        return await asyncio.wait_for(main(), 1)
    return asyncio.run(limited())


class Kitchen:
    def __init__(self, bad=()):
        self.bad, self.now, self.most, self.served = bad, 0, 0, []

    async def cook(self, dish):
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            if dish in self.bad:
                raise ValueError(dish)
            for _ in range(5):
                await asyncio.sleep(0)
            self.served.append(dish)
            return "hot " + dish
        finally:
            self.now -= 1


def together(answer):
    kitchen = Kitchen()
    return [run(lambda: answer.dinner(kitchen.cook, ["soup", "rice"])), kitchen.most]


def five_together(answer):
    kitchen = Kitchen()
    run(lambda: answer.dinner(kitchen.cook, "abcde"))
    return kitchen.most


def none(answer):
    return run(lambda: answer.dinner(Kitchen().cook, []))


def one_dish(answer):
    return run(lambda: answer.dinner(Kitchen().cook, ["tea"]))


def has_value_error(error):
    if isinstance(error, BaseExceptionGroup):
        return any(has_value_error(inner) for inner in error.exceptions)
    return isinstance(error, ValueError)


def failure_comes_out(answer):
    try:
        run(lambda: answer.dinner(Kitchen(bad="b").cook, ["a", "b", "c"]))
    except BaseException as error:
        return has_value_error(error)
    return False


def nobody_goes_on(answer):
    kitchen = Kitchen(bad="b")

    async def main():
        try:
            await answer.dinner(kitchen.cook, ["a", "b", "c"])
        except BaseException:
            pass
        before = list(kitchen.served)
        for _ in range(20):
            await asyncio.sleep(0)
        return [dish for dish in kitchen.served if dish not in before]

    return run(main)
