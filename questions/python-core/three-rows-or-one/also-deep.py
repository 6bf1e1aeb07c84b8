from copy import deepcopy


def empty(rows, columns):
    return [["." for _ in range(columns)] for _ in range(rows)]


def with_stone(board, row, column):
    result = deepcopy(board)
    result[row][column] = "o"
    return result
