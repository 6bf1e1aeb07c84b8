import io


class Counting(io.StringIO):
    largest = 0

    def read(self, size=-1):
        text = super().read(size)
        self.largest = max(self.largest, len(text))
        return text

    def readline(self, size=-1):
        text = super().readline(size)
        self.largest = max(self.largest, len(text))
        return text

    def __next__(self):
        text = super().__next__()
        self.largest = max(self.largest, len(text))
        return text


def cut_inside_a_word(answer):
    return answer.count_words(io.StringIO("alpha beta gamma"), 4)


def cut_between_words(answer):
    return answer.count_words(io.StringIO("one two six"), 4)


def one_word(answer):
    return answer.count_words(io.StringIO("word"), 100)


def nothing(answer):
    return [answer.count_words(io.StringIO(""), 3), answer.count_words(io.StringIO(" \n\t "), 3)]


def blocks_of_white_space(answer):
    return answer.count_words(io.StringIO("a         b"), 2)


def one_long_word(answer):
    return answer.count_words(io.StringIO("x" * 1000), 7)


def every_character_alone(answer):
    return answer.count_words(io.StringIO("to be\nor not\tto be"), 1)


def reads_small_pieces(answer):
    file = Counting("some words " * 1000)
    return [answer.count_words(file, 50), file.largest <= 100]
