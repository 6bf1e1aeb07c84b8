def empty(rows, columns):
    return [["."] * columns] * rows


def with_stone(board, row, column):
    result = board.copy()
    result[row][column] = "o"
    return result
