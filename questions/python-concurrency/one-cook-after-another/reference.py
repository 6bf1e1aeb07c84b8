import asyncio


async def dinner(cook, dishes):
    async with asyncio.TaskGroup() as group:
        tasks = {dish: group.create_task(cook(dish)) for dish in dishes}
    return {dish: task.result() for dish, task in tasks.items()}
