import heapq
import io


def merge_files(*texts):
    files = [io.StringIO(text) for text in texts]
    heap = []

    def push_next(i):
        line = files[i].readline().strip()
        if line:
            heapq.heappush(heap, (line, i))

    for i in range(len(files)):
        push_next(i)
    while heap:
        line, i = heapq.heappop(heap)
        yield line
        push_next(i)


def merge_lists(left, right):
    result, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            result.append(left[i])
            i += 1
        else:
            result.append(right[j])
            j += 1
    result += left[i:] + right[j:]


print(list(merge_files("09:00 a\n\n09:30 b\n", "09:10 c\n10:00 d\n")))
print(list(merge_files("9:50 y\n", "10:15 x\n")))
print(merge_lists([1, 4], [2, 3, 5]))
print(list(heapq.merge([1, 4], [2, 3, 5])))
