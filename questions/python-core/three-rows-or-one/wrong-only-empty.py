def empty(rows, columns):
    return [["."] * columns for _ in range(rows)]


def with_stone(board, row, column):
    result = board[:]
    result[row][column] = "o"
    return result
