def with_comments(articles, fetch):
    ids = [article["id"] for article in articles]
    comments = {id: [] for id in ids}
    for comment in sorted(fetch(ids), key=lambda c: c["id"]):
        comments[comment["article"]].append(comment)
    return [{**article, "comments": comments[article["id"]]} for article in articles]
