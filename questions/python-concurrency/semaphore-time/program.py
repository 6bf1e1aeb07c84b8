import asyncio


class FakeClock(asyncio.SelectorEventLoop):
    """An event loop whose clock jumps to the next timer instead of waiting."""

    now = 0.0

    def time(self):
        return self.now

    def _run_once(self):
        if not self._ready and self._scheduled:
            self.now = self._scheduled[0].when()
        super()._run_once()


async def download(gate):
    async with gate:
        await asyncio.sleep(3)


async def main():
    gate = asyncio.Semaphore(4)
    await asyncio.gather(*(download(gate) for _ in range(10)))


loop = FakeClock()
loop.run_until_complete(main())
print(f"{loop.time():.1f} s")
loop.close()
