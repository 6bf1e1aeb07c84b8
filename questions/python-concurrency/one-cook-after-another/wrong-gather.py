import asyncio


async def dinner(cook, dishes):
    dishes = list(dishes)
    return dict(zip(dishes, await asyncio.gather(*map(cook, dishes))))
