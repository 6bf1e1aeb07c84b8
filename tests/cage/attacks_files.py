"""Attacks on files."""

from attack import Attack
from programs import disk, python, python_processes, shell

TITLE = "Files"

LEAVES = "import os\n"

ATTACKS = [
    Attack(1, "read /etc/shadow", python("refused(open, '/etc/shadow')"), "ended", "refused\n"),
    Attack(2, "leave a folder with ..", python("refused(open, '/usr/lib/../../etc/shadow'); refused(open, '../../../root/.bashrc')"), "ended", "refused\nrefused\n"),
    Attack("2b", "give a file a path with ..", disk(python("pass"), {"a/../../x": ""}), "engine_error", detail="'a/../../x' is no path of a file in the work folder"),
    Attack(3, "a link as output", disk(python("import os; os.symlink('/etc/passwd', 'out')", collect=["out"])), "ended", collected=[]),
    Attack(4, "a link as the folder of the output", disk(python("import os; os.symlink('/etc', 'd')", collect=["d/passwd", "**"])), "ended", collected=[]),
    Attack(5, "a FIFO as output", disk(python("import os; os.mkfifo('out')", collect=["out", "**"])), "ended", collected=[]),
    Attack(6, "a hard link to a file of the system", disk(python("import os; refused(os.link, '/etc/passwd', 'out'); refused(os.link, '/usr/bin/env', 'env')", collect=["**"])),
           "ended", "refused\nrefused\n", collected=[]),
    Attack(7, "/proc/self/root", python_processes("refused(open, '/proc/self/root/etc/shadow'); refused(os.listdir, '/proc/self/root/root')"), "ended", "refused\nrefused\n"),
    Attack("7b", "/proc where there is none", python("import os; refused(open, '/proc/self/status'); refused(os.listdir, '/proc')"), "ended", "refused\nDONE []\n", elsewhere=("ended", "", "refused\nrefused\n")),
    Attack(8, "/proc/1/root", python_processes("refused(os.listdir, '/proc/1/root'); refused(os.chdir, '/proc/1/cwd')"), "ended", "refused\nrefused\n"),
    Attack("8b", "chroot", python("import os; os.chroot('/usr')"), "policy", detail="forbidden call: chroot"),
    Attack(9, "memory, environment and words of the parent", python_processes(
        "for name in ('mem', 'environ', 'maps'): refused(lambda: open('/proc/1/' + name, 'rb').read(1))\nprint(b'/' in open('/proc/1/cmdline', 'rb').read().replace(b'/usr/', b''))"),
        "ended", "refused\nrefused\nrefused\nFalse\n"),
    Attack(10, "keep something in /dev/shm", python("refused(open, '/dev/shm/kept', 'w')"), "ended", "refused\n"),
    Attack(11, "find what the run before left in /tmp", disk(python("import os; print(os.listdir('/tmp'), os.listdir('/work'))")), "ended", "[] []\n",
           before=[disk(python("open('/tmp/kept', 'w').write('x'); open('/work/too', 'w').write('x')"))]),
    Attack(12, "use up the inodes", disk(python("for i in range(100000): open('f%d' % i, 'w').close()"), disk_files=100), "ended", result="OSError"),
    Attack(13, "a sparse file of 2 GB", disk(python("refused(open('sparse', 'w').truncate, 2 << 30)")), "ended", "refused\n"),
    Attack("13b", "fill the work folder", disk(python("f = open('full', 'wb', 0)\ndef fill():\n    for i in range(100): f.write(b'x' * 100000)\nrefused(fill)")), "ended", "refused\n"),
    Attack(14, "execute its own output", disk(python("import os; open('p', 'w').write('#!/bin/sh'); os.chmod('p', 0o755); os.execv('/work/p', ['p'])")), "policy",
           detail="forbidden call: execve"),
    Attack(15, "paths with a zero, too long, not UTF-8", disk(python(
        "refused(open, 'a\\0b', 'w'); refused(open, 'x' * 5000, 'w'); open(b'\\xff', 'w').write('ok')", collect=["**"])), "ended", "refused\nrefused\n", collected=[{"base64": "/w=="}]),
    Attack("A1", "take the work folder away", disk(python("import os; os.rmdir('/work')")), "ended", result="OSError"),
    Attack("A2", "mode 000 on an output", disk(python("import os; open('out', 'w').write('x'); os.chmod('out', 0)", collect=["out"])), "ended", collected=["out"]),
    Attack("A3", "folders of a depth of 2000", disk(python("import os\nfor i in range(2000): os.mkdir('d'); os.chdir('d')\nopen('deep', 'w').close()", collect=["**"]), disk_files=3000), "ended", collected=[]),
    Attack("A4", "collect by a path that leaves", disk(python("pass", collect=["../etc/passwd", "/etc/passwd"])), "ended", collected=[]),
    Attack("A5", "swap an output for a link while it is collected", shell("echo x > out; (while :; do ln -sf /etc/passwd l; mv l out; echo x > m; mv m out; done) & sleep 0.1", collect=["**"]),
           "ended"),
    Attack("A6", "write to the system's programs", python("refused(open, '/usr/bin/env', 'r+'); refused(open, '/usr/new', 'w'); refused(open, '/etc/passwd', 'a'); refused(open, '/viva/agent.so', 'r+')"),
           "ended", "refused\n" * 4),
    Attack("A7", "make a device", disk(python("import os, stat; refused(os.mknod, 'sda', stat.S_IFBLK | 0o600, os.makedev(8, 0)); refused(open, '/dev/mem'); refused(open, '/dev/vda')")), "ended", "refused\n" * 3),
    Attack("A8", "mount over the work folder", shell("mount -t tmpfs x /work; umount /work; mount --bind /usr /work; ls /work | wc -l"), "ended", "0\n"),
]
