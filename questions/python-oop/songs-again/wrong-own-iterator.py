class Playlist:
    def __init__(self, songs):
        self.songs = list(songs)
        self.at = 0

    def __len__(self):
        return len(self.songs)

    def __getitem__(self, index):
        return Playlist(self.songs[index]) if isinstance(index, slice) else self.songs[index]

    def __iter__(self):
        self.at = 0
        return self

    def __next__(self):
        if self.at >= len(self.songs):
            raise StopIteration
        self.at += 1
        return self.songs[self.at - 1]

    def __contains__(self, song):
        return song in self.songs
