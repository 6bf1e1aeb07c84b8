def fibonacci(a=0, b=1):
    """Yield a, b, a + b, … without end. 无穷地产出 a、b、a + b……"""
    while True:
        yield a
        a, b = b, a + b
