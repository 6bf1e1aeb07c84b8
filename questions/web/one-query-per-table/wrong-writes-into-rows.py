def with_comments(articles, fetch):
    by_id = {}
    for article in articles:
        article["comments"] = []
        by_id[article["id"]] = article
    ids = list(by_id)
    for start in range(0, len(ids), 100):
        for comment in fetch(ids[start:start + 100]):
            by_id[comment["article"]]["comments"].append(comment)
    for article in articles:
        article["comments"].sort(key=lambda c: c["id"])
    return articles
