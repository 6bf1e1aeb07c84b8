import mmap


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 / 2**20


half = 32 * 2**20
before = resident()
area = mmap.mmap(-1, 2 * half, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
area.madvise(mmap.MADV_NOHUGEPAGE)
print(int(resident() - before))

for place in range(0, half, 4096):
    area[place]
print(int(resident() - before))

for place in range(half, 2 * half, 4096):
    area[place] = 1
print(int(resident() - before))
