import selectors


def collect(socks, seconds):
    """Return what came from each of the sockets. 返回从每个套接字收到的字节。"""
