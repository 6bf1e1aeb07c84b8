import asyncio
from contextlib import aclosing


async def pages():
    try:
        for number in (1, 2):
            await asyncio.sleep(0)
            yield number
    finally:
        print("closed")


async def main():
    async with aclosing(pages()) as book:
        async for number in book:
            print("page", number)
            break
    print("after the block")
    print([number async for number in pages()])
    try:
        for number in pages():
            print(number)
    except TypeError:
        print("TypeError")


asyncio.run(main())
