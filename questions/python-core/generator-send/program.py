def meter():
    total = 0
    step = 1
    while True:
        received = yield total
        if received is not None:
            step = received
        total += step


m = meter()
print(m.send(None))
print(next(m))
print(m.send(5))
print(next(m))

try:
    meter().send(5)
except TypeError:
    print("refused")

m.close()
print(next(m, "closed"))
