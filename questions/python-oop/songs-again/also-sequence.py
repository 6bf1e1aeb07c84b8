from collections.abc import Sequence


class Playlist(Sequence):
    def __init__(self, songs):
        self.songs = tuple(songs)

    def __len__(self):
        return len(self.songs)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return type(self)(self.songs[index])
        return self.songs[index]
