from contextlib import closing


class Page:
    def close(self):
        pass


manager = closing(Page())
print(hasattr(manager, "__enter__"), hasattr(manager, "__exit__"))
with manager as page:
    print(page is manager, hasattr(page, "__exit__"))
