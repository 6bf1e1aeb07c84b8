class Root:
    def setup(self):
        print("Root")


class Log(Root):
    def setup(self):
        print("Log")
        super().setup()


class FileLog(Log):
    def setup(self):
        print("FileLog")
        super().setup()


class Cache(Root):
    def setup(self):
        print("Cache")
        super().setup()


class RedisCache(Cache):
    def setup(self):
        print("RedisCache")
        super().setup()


class Metrics(Log):
    def setup(self):
        print("Metrics")
        super().setup()


class Service(FileLog, RedisCache, Metrics):
    def setup(self):
        print("Service")
        super().setup()


Service().setup()
