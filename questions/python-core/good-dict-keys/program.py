for key in ((1, "a"), (1, [2]), frozenset({1, 2}), [1, 2], None, bytearray(b"ab"), print):
    try:
        {key: 1}
        print("yes")
    except TypeError as error:
        print(error)
