def numbers():
    n = 0
    while True:
        print("make", n)
        yield n
        n += 1


evens = (n for n in numbers() if n % 2 == 0)
print("start")
print(next(evens))
print(next(evens))
