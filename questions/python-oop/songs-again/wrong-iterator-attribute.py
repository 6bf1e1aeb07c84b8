class Playlist:
    def __init__(self, songs):
        self.songs = list(songs)
        self.walk = iter(self.songs)

    def __len__(self):
        return len(self.songs)

    def __getitem__(self, index):
        return Playlist(self.songs[index]) if isinstance(index, slice) else self.songs[index]

    def __iter__(self):
        return self.walk
