import asyncio


async def dinner(cook, dishes):
    dishes = list(dishes)
    results = await asyncio.gather(*map(cook, dishes), return_exceptions=True)
    return dict(zip(dishes, results))
