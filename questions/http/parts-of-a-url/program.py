from urllib.parse import parse_qs, urlsplit

url = urlsplit("https://ann@Shop.Example:8443/books/7?page=1&page=2#top")
print(url.hostname)
print(url.port)
print(url.path)
print(parse_qs(url.query)["page"])
print(url.fragment)
print(url.username)
print(urlsplit("https://shop.example/").port)
