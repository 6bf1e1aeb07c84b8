def run(test, fixtures):
    """Return "passed", "failed" or "error". 返回 "passed"、"failed" 或 "error"。"""
