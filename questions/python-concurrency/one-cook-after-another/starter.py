import asyncio


async def dinner(cook, dishes):
    tasks = {dish: cook(dish) for dish in dishes}
    return {dish: await task for dish, task in tasks.items()}
