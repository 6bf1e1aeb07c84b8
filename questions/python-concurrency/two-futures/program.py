import asyncio
import concurrent.futures


async def main():
    future = asyncio.get_running_loop().create_future()
    try:
        future.result()
    except asyncio.InvalidStateError as error:
        print(type(error).__name__)
    print(issubclass(asyncio.Task, asyncio.Future), issubclass(asyncio.Future, concurrent.futures.Future))
    with concurrent.futures.ThreadPoolExecutor() as pool:
        try:
            await pool.submit(abs, -1)
        except TypeError as error:
            print(error)
        print(await asyncio.wrap_future(pool.submit(abs, -1)))


asyncio.run(main())
