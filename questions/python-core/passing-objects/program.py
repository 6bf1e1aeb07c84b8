def change(xs, n):
    xs.append(4)
    n += 1
    xs = [0]
    xs.append(5)
    return xs


a = [1]
b = a
k = 7
print(change(a, k), k)
print(a, b is a)
b += [6]
print(a, b is a)
b = b + [8]
print(a, b is a)
