def with_comments(articles, fetch):
    ids = list({article["id"] for article in articles})
    comments = dict.fromkeys(ids, [])
    for start in range(0, len(ids), 100):
        for comment in fetch(ids[start:start + 100]):
            comments[comment["article"]].append(comment)
    return [{**article, "comments": sorted(comments[article["id"]], key=lambda c: c["id"])} for article in articles]
