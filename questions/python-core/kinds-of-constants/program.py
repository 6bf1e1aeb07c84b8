from enum import Enum, IntEnum
from operator import setitem
from types import MappingProxyType
from typing import Final


class Constants(Enum):
    PI = 3.14


class Level(IntEnum):
    LOW = 1
    HIGH = 2


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__)


print(Constants.PI == 3.14, Constants.PI.value * 2)
attempt(lambda: Constants.PI * 2)
print(Level.HIGH > Level.LOW, Level.HIGH + 1)
attempt(lambda: setattr(Constants, "PI", 3))

LIMIT: Final = 10
LIMIT = 20
print(LIMIT)

limits = MappingProxyType({"a": [1]})
attempt(lambda: setitem(limits, "b", 2))
limits["a"].append(2)
print(limits["a"])
