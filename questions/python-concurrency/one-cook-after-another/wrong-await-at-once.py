import asyncio


async def dinner(cook, dishes):
    result = {}
    for dish in dishes:
        result[dish] = await asyncio.create_task(cook(dish))
    return result
