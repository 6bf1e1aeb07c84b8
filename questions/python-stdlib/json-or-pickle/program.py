import json
import pickle


class Payload:
    def __reduce__(self):
        return print, ("called while loading",)


pickle.loads(pickle.dumps(Payload()))
print(json.loads(json.dumps({1: (2,)})))
ring = []
ring.append(ring)
print(pickle.loads(pickle.dumps(ring))[0] is not ring)
try:
    json.dumps(ring)
except ValueError as error:
    print(error)
