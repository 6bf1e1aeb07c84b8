def pair_with_sum(numbers, total):
    left, right = 0, len(numbers) - 1
    while left <= right:
        found = numbers[left] + numbers[right]
        if found == total:
            return left, right
        if found < total:
            left += 1
        else:
            right -= 1
