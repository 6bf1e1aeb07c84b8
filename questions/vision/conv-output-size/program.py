def positions(width, kernel, stride, padding):
    """Count the places where the window fits, instead of using the formula."""
    left = -padding
    count = 0
    while left + kernel <= width + padding:
        count += 1
        left += stride
    return count


width = 100
for kernel, stride, padding in [(5, 2, 1), (3, 1, 1), (2, 2, 0)]:
    width = positions(width, kernel, stride, padding)
    print(width)
