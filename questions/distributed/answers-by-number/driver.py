"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


import asyncio
import gc


def run(main):
    async def limited():
        return await asyncio.wait_for(main(), 2)
    return asyncio.run(limited())


async def turn():
    for _ in range(5):
        await asyncio.sleep(0)


def text(value):
    return f"{type(value).__name__}: {value}".rstrip(": ") if isinstance(value, BaseException) else value


async def results(*tasks):
    done, pending = await asyncio.wait(tasks, timeout=0.3)
    for task in pending:
        task.cancel()
    return [text(task.exception() or task.result()) if task in done else "waits" for task in tasks]


def start(client, method, *params):
    return asyncio.ensure_future(client.call(method, *params))


def out_of_order(answer):
    async def main():
        sent = []
        client = answer.Client(sent.append)
        a, b = start(client, "add", 1, 2), start(client, "now")
        await turn()
        for message in reversed(sent):
            client.receive({"id": message["id"], "result": "answer to " + message["method"]})
        return await results(a, b)
    return run(main)


def what_is_sent(answer):
    async def main():
        sent = []
        client = answer.Client(sent.append)
        tasks = [start(client, "add", 1, 2), start(client, "now"), start(client, "now")]
        await turn()
        for message in sent:
            client.receive({"id": message["id"], "result": 0})
        await results(*tasks)
        return [len({message["id"] for message in sent})] + [[m["method"], m["params"]] for m in sent]
    return run(main)


def an_error(answer):
    async def main():
        sent = []
        client = answer.Client(sent.append)
        a, b = start(client, "ad"), start(client, "now")
        await turn()
        client.receive({"id": sent[0]["id"], "error": "no such method"})
        client.receive({"id": sent[1]["id"], "result": 7})
        return await results(a, b)
    return run(main)


def empty_results(answer):
    async def main():
        sent = []
        client = answer.Client(sent.append)
        values = [None, 0, "", []]
        tasks = [start(client, "get", i) for i in range(4)]
        await turn()
        for message, value in zip(sent, values):
            client.receive({"id": message["id"], "result": value})
        return await results(*tasks)
    return run(main)


def answered_while_sending(answer):
    async def main():
        client = answer.Client(lambda message: client.receive({"id": message["id"], "result": "at once"}))
        return await results(start(client, "now"))
    return run(main)


def unknown_and_twice(answer):
    async def main():
        sent = []
        client = answer.Client(sent.append)
        a, b = start(client, "a"), start(client, "b")
        await turn()
        client.receive({"id": "nobody's", "result": 0})
        client.receive({"id": sent[0]["id"], "result": 1})
        client.receive({"id": sent[0]["id"], "result": 2})
        await turn()
        client.receive({"id": sent[0]["id"], "result": 3})
        client.receive({"id": sent[1]["id"], "result": 4})
        return await results(a, b)
    return run(main)


def late_after_a_timeout(answer):
    async def main():
        sent = []
        client = answer.Client(sent.append)
        try:
            await asyncio.wait_for(client.call("slow"), 0.01)
        except asyncio.TimeoutError:
            pass
        b = start(client, "quick")
        await turn()
        client.receive({"id": sent[0]["id"], "result": "late"})
        client.receive({"id": sent[1]["id"], "result": "quick"})
        return await results(b)
    return run(main)


def lost_while_waiting(answer):
    async def main():
        sent = []
        client = answer.Client(sent.append)
        a, b = start(client, "a"), start(client, "b")
        await turn()
        client.lost()
        waiting = [x.split(":")[0] for x in await results(a, b)]
        after = await results(start(client, "c"))
        return waiting + [after[0].split(":")[0], len(sent)]
    return run(main)


def lost_after_a_timeout(answer):
    async def main():
        client = answer.Client(lambda message: None)
        a, b = start(client, "a"), start(client, "b")
        await turn()
        a.cancel()
        await turn()
        client.lost()
        return [x.split(":")[0] for x in await results(b)]
    return run(main)


def sending_fails(answer):
    def send(message):
        raise OSError("no route")

    async def main():
        return await results(start(answer.Client(send), "a"))
    return run(main)


def nothing_stays(answer):
    def held():
        gc.collect()
        return sum(type(x).__name__ in ("Future", "Event") for x in gc.get_objects())

    async def main():
        sent = []
        client = answer.Client(sent.append)
        before = held()
        for _ in range(5):
            tasks = [start(client, "slow") for _ in range(20)]
            await turn()
            for task in tasks:
                task.cancel()
            await turn()
        del tasks
        left = held() - before
        last = start(client, "quick")
        await turn()
        client.receive({"id": sent[-1]["id"], "result": "works"})
        return [left < 30] + await results(last)
    return run(main)
