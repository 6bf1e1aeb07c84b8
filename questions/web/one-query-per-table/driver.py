"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


class Base:
    """Comments by article; notes every query."""

    def __init__(self, comments):
        self.rows = {}
        for id, article in comments:
            self.rows.setdefault(article, []).append({"id": id, "article": article, "text": f"no. {id}"})
        self.queries = []

    def fetch(self, ids):
        ids = list(ids)
        self.queries.append(len(ids))
        if not 0 < len(ids) <= 100 or len(set(ids)) != len(ids):
            raise ValueError(f"query with {len(ids)} ids")
        found = [row for id in ids for row in self.rows.get(id, [])]
        return found[1::2] + found[0::2]


def articles(*ids):
    return [{"id": id, "title": f"t{id}"} for id in ids]


def ids(result):
    return [[article["id"], [comment["id"] for comment in article["comments"]]] for article in result]


def three_articles(answer):
    base = Base([(5, 1), (2, 1), (9, 3), (7, 1)])
    return [ids(answer.with_comments(articles(3, 1, 2), base.fetch)), base.queries]


def the_rows(answer):
    base = Base([(5, 1)])
    return answer.with_comments(articles(1), base.fetch)


def two_hundred_and_fifty(answer):
    base = Base([(i, i) for i in range(250)])
    result = answer.with_comments(articles(*range(250)), base.fetch)
    return [sorted(base.queries), all(c["id"] == a["id"] for a in result for c in a["comments"]), sum(len(a["comments"]) for a in result)]


def exactly_one_hundred(answer):
    base = Base([])
    answer.with_comments(articles(*range(100)), base.fetch)
    return base.queries


def an_article_twice(answer):
    base = Base([(1, 8), (2, 8), (3, 4)])
    result = answer.with_comments(articles(8, 4, 8), base.fetch)
    return [ids(result), base.queries]


def no_articles(answer):
    base = Base([(1, 1)])
    return [answer.with_comments([], base.fetch), base.queries]


def arguments_stay(answer):
    given = articles(1, 2)
    result = answer.with_comments(given, Base([(1, 1)]).fetch)
    return [len(result), given]


def lists_of_their_own(answer):
    result = answer.with_comments(articles(1, 2, 1), Base([(5, 1)]).fetch)
    for article in result:
        article["comments"].append("new")
    return [len(article["comments"]) for article in result]


def many(answer):
    base = Base([(i * 7 % 40009, i % 6000) for i in range(40009)])
    result = answer.with_comments(articles(*range(6000)), base.fetch)
    ordered = all(a["comments"] == sorted(a["comments"], key=lambda c: c["id"]) for a in result)
    return [len(base.queries), sum(len(a["comments"]) for a in result), ordered]
