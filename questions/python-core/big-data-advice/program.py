import concurrent.futures
import sys
import sysconfig

print(concurrent.futures.__file__.startswith(sysconfig.get_paths()["stdlib"]))
print(sys.getsizeof(n for n in range(10**6)) < 1000 < sys.getsizeof([n for n in range(10**6)]))
