def page_of(items, page, per_page):
    if page < 1:
        raise ValueError
    start = (page - 1) * per_page
    return {"items": items[start:start + per_page], "pages": len(items) // per_page + 1, "has_next": start + per_page < len(items)}
