import asyncio


async def fetch_all(fetch, urls, limit):
    results = []
    for url in urls:
        try:
            results.append(await fetch(url))
        except Exception as error:
            results.append(error)
    return results
