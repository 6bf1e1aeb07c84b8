from operator import itemgetter

stock = {"pear": 3, "fig": 1, "kiwi": 2}
print(dict(sorted(stock.items(), key=itemgetter(1))))
print(sorted(stock, key=lambda pair: pair[1]))
print(sorted(stock.items(), key=lambda pair: pair[1]))
try:
    print(dict(sorted(stock.items(), key=stock.get)))
except TypeError as error:
    print(error)

dict = stock
try:
    dict(sorted(dict.items()))
except TypeError as error:
    print(error)
