"""Attacks over networks and sockets."""

from attack import Attack
from programs import python, python_processes

TITLE = "Network"

ATTACKS = [
    Attack(29, "TCP", python("import socket; socket.create_connection(('1.1.1.1', 80))"), "policy", detail="forbidden call: socket"),
    Attack(30, "UDP", python("import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('1.1.1.1', 53))"), "policy", detail="forbidden call: socket"),
    Attack(31, "DNS", python("import socket; socket.getaddrinfo('example.org', 80)"), "ended", result="gaierror", elsewhere=("policy", "forbidden call: socket", None)),
    Attack(32, "an abstract socket", python("import socket; refused(socket.socket, socket.AF_UNIX)"), "ended", "refused\n"),
    Attack("32b", "an abstract socket of the host, where sockets are allowed", python_processes(
        "import socket\nfor name in ('\\0viva-test', '/run/docker.sock', '/tmp/.X11-unix/X0'): refused(socket.socket(socket.AF_UNIX).connect, name)", unix_sockets=True), "ended", "refused\n" * 3),
    Attack(33, "vsock", python("call(41, 40, 1, 0)"), "policy", detail="forbidden call: socket"),
    Attack(34, "loopback", python("import socket; socket.create_server(('127.0.0.1', 0))"), "policy", detail="forbidden call: socket"),
    Attack("C1", "netlink and raw packets", python("call(41, 16, 3, 0)"), "policy", detail="forbidden call: socket"),
    Attack("C2", "the family in the high half of the word", python("import ctypes; print(ctypes.CDLL(None).syscall(41, ctypes.c_ulong((1 << 32) | 2), 1, 0))"), "policy", detail="forbidden call: socket"),
    Attack("C3", "send with an address on a pair of sockets", python("import socket; a, b = socket.socketpair(); a.sendto(b'x', '/run/x')"), "policy", detail="forbidden call: sendto"),
    Attack("C4", "pass a descriptor to the engine", python("import socket, array; socket.socket(fileno=3).sendmsg([b'x'], [(1, 1, array.array('i', [0]))])"), "policy", detail="forbidden call: sendmsg"),
]
