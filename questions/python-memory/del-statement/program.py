class Session:
    def __del__(self):
        print("closed")


session = Session()
current = session
del session
print("still here")
