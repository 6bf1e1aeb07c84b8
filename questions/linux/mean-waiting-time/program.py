from itertools import accumulate


def mean_wait(lengths):
    starts = list(accumulate(lengths, initial=0))[:-1]
    return sum(starts) / len(starts)


jobs = [8, 4, 9, 3]
print(mean_wait(jobs), mean_wait(sorted(jobs)), mean_wait(jobs) - mean_wait(sorted(jobs)))
