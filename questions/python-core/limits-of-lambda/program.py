import pickle

half = lambda number, by=2, *rest: number / by
print(half(10), half(9, 3), half.__name__)
try:
    pickle.dumps(half)
except pickle.PicklingError:
    print("PicklingError")
try:
    compile("lambda x: try: pass", "example", "eval")
except SyntaxError:
    print("SyntaxError")
