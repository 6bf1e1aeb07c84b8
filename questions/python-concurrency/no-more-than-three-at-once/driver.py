"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


import asyncio


def run(main):
    async def limited():
        return await asyncio.wait_for(main(), 1)
    return asyncio.run(limited())


class Site:
    def __init__(self, bad="", slow=""):
        self.bad, self.slow = bad, slow
        self.now = self.most = self.count = 0
        self.done = []

    async def fetch(self, url):
        self.now += 1
        self.count += 1
        self.most = max(self.most, self.now)
        try:
            for _ in range(40 if url in self.slow and self.slow else 3):
                await asyncio.sleep(0)
            if url in self.bad:
                raise ValueError(url)
            self.done.append(url)
            return url.upper()
        finally:
            self.now -= 1


def text(value):
    return f"{type(value).__name__}: {value}" if isinstance(value, Exception) else value


def ask(answer, site, urls, limit):
    return [text(x) for x in run(lambda: answer.fetch_all(site.fetch, urls, limit))]


def results_in_order(answer):
    return ask(answer, Site(), ["a", "b", "c"], 2)


def never_above_the_limit(answer):
    site = Site()
    ask(answer, site, [str(n) for n in range(10)], 3)
    return [site.most <= 3, site.count]


def reaches_the_limit(answer):
    site = Site()
    ask(answer, site, [str(n) for n in range(10)], 3)
    return site.most


def one_failure(answer):
    return ask(answer, Site(bad="b"), ["a", "b", "c"], 2)


def all_fail(answer):
    return [x.split(":")[0] for x in ask(answer, Site(bad="ab"), ["a", "b"], 5)]


def nothing(answer):
    return ask(answer, Site(), [], 2)


def limit_one(answer):
    site = Site()
    ask(answer, site, ["a", "b", "c"], 1)
    return [site.most, site.count]


def from_a_generator(answer):
    return ask(answer, Site(), (x for x in "ab"), 2)


def slow_one_holds_nobody_up(answer):
    site = Site(slow="a")
    ask(answer, site, ["a", "b", "c", "d"], 2)
    return site.done
