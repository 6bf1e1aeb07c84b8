import socket

with socket.socket() as s:
    print(s.family.name, s.type.name)
with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    print(s.proto)
print(isinstance(socket.SOCK_RAW, socket.SocketKind))
