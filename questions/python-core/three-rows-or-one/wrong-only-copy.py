from copy import deepcopy


def empty(rows, columns):
    return [["."] * columns] * rows


def with_stone(board, row, column):
    result = deepcopy(board)
    result[row][column] = "o"
    return result
