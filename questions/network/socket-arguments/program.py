import socket
import types

asked = []
maker = types.SimpleNamespace(__init__=lambda self, *arguments: asked.append(arguments))
socket._socket = types.SimpleNamespace(socket=maker)  # what would ask the kernel only notes what it is asked for
socket.socket()
socket.socket(socket.AF_INET, socket.SOCK_STREAM)
print(asked[0][0].name, asked[0][1].name)
print(asked[1][2])
print(isinstance(socket.SOCK_RAW, socket.SocketKind))
