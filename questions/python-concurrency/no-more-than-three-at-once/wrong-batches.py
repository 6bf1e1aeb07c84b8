import asyncio


async def fetch_all(fetch, urls, limit):
    urls = list(urls)
    results = []
    for start in range(0, len(urls), limit):
        results += await asyncio.gather(*[fetch(url) for url in urls[start:start + limit]], return_exceptions=True)
    return results
