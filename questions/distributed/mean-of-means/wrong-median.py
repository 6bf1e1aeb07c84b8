from statistics import median

def overall(reports):
    busy = [mean for count, mean in reports if count]
    return median(busy) if busy else None
