def empty(rows, columns):
    return [["."] * columns for _ in range(rows)]


def with_stone(board, row, column):
    result = [line.copy() for line in board]
    result[row][column] = "o"
    return result
