def with_comments(articles, fetch):
    ids = list(dict.fromkeys(article["id"] for article in articles))
    comments = {id: [] for id in ids}
    for start in range(0, len(ids), 100):
        for comment in fetch(ids[start:start + 100]):
            comments[comment["article"]].append(comment)
    for group in comments.values():
        group.sort(key=lambda comment: comment["id"])
    return [{**article, "comments": list(comments[article["id"]])} for article in articles]
