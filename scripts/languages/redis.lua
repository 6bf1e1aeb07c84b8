-- Redis commands, one a line, sent to a real redis-server that starts empty inside the cage, on a socket file. A warm Python speaks to it.
--
-- calls    { fixture = commands }: each gets a server without data
-- results  { replies = { value … }, state = { key = { type, value, expires } … } } | { raises = { type, message } }: the commands cannot be read
--
-- Replies are plain values: nil is null, a status {"$object": "status", "text": "OK"}, an error {"$object": "error", "text": …}. `expires` is in seconds.
local results = require "harness-results"

local boot = [==[
def boot():
    import ctypes, gc, json, os, shlex, socket, subprocess, sys, time
    read, write, leave = os.read, os.write, os._exit
    refused = {"shutdown", "config", "debug", "module", "save", "bgsave", "bgrewriteaof", "replicaof", "slaveof", "cluster", "monitor", "subscribe", "psubscribe",
               "migrate", "acl", "failover", "sync", "psync", "client", "reset", "quit"}

    class Server:
        def __init__(self):
            self.process = subprocess.Popen(["/usr/bin/redis-server", "--port", "0", "--unixsocket", "/work/redis.sock", "--save", "", "--appendonly", "no", "--dir", "/work",
                                             "--databases", "16", "--io-threads", "1", "--maxclients", "16", "--hz", "100", "--loglevel", "warning"],
                                            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while True:
                self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
                try:
                    self.socket.connect("/work/redis.sock")
                    break
                except OSError:
                    self.socket.close()
                    if self.process.poll() is not None:
                        leave(70)
                    time.sleep(0.002)
            self.file = self.socket.makefile("rb")

        def ask(self, words):
            out = b"*%d\r\n" % len(words)
            for word in words:
                data = word.encode()
                out += b"$%d\r\n%s\r\n" % (len(data), data)
            self.socket.sendall(out)
            return self.reply()

        def reply(self):
            line = self.file.readline()
            kind, rest = line[:1], line[1:-2]
            if kind == b"+":
                return {"$object": "status", "text": rest.decode()}
            if kind == b"-":
                return {"$object": "error", "text": rest.decode("utf-8", "replace")}
            if kind == b":":
                value = int(rest)
                return value if abs(value) <= 9007199254740992 else {"$int": str(value)}
            if kind == b"$":
                size = int(rest)
                if size < 0:
                    return None
                data = self.file.read(size + 2)[:-2]
                try:
                    return data.decode()
                except UnicodeDecodeError:
                    return {"$bytes": "".join(chr(b) if 32 <= b < 127 and b != 92 else "\\x%02x" % b for b in data)}
            if kind == b"*":
                size = int(rest)
                return None if size < 0 else [self.reply() for _ in range(size)]
            leave(71)

    def commands_in(text):
        commands = []
        for number, line in enumerate(text.split("\n"), 1):
            line = line.strip()
            if line.startswith("redis>") or line.startswith("> "):
                line = line.split(">", 1)[1].strip()
            if not line or line.startswith("#"):
                continue
            try:
                words = shlex.split(line)
            except ValueError as problem:
                raise ValueError("line %d: %s" % (number, problem))
            if words[0].lower() in refused:
                raise ValueError("line %d: %s is not allowed here" % (number, words[0].upper()))
            commands.append(words)
        return commands

    readers = {"string": ["GET"], "list": ["LRANGE", 0, -1], "set": ["SMEMBERS"], "zset": ["ZRANGE", 0, -1, "WITHSCORES"], "hash": ["HGETALL"], "stream": ["XRANGE", "-", "+"]}

    def state_of(server):
        state = {}
        keys = server.ask(["KEYS", "*"])
        for key in keys:
            if not isinstance(key, str):
                continue
            kind = server.ask(["TYPE", key])["text"]
            how = readers.get(kind)
            value = server.ask([how[0], key] + [str(word) for word in how[1:]]) if how else None
            if kind == "set":
                value = {"$set": sorted(value, key=str)}
            if kind == "hash":
                value = dict(zip(value[::2], value[1::2]))
            entry = {"type": kind, "value": value}
            left = server.ask(["PTTL", key])
            if isinstance(left, int) and left >= 0:
                entry["expires"] = left / 1000
            state[key] = entry
        return state

    def perform(source, call, server):
        try:
            commands = commands_in(source)
        except ValueError as problem:
            return {"raises": {"type": "ReadError", "message": str(problem)}}
        server.ask(["FLUSHALL"])
        server.ask(["SCRIPT", "FLUSH"])
        server.ask(["SELECT", "0"])
        for words in commands_in(call.get("fixture") or ""):
            answer = server.ask(words)
            if isinstance(answer, dict) and answer.get("$object") == "error":
                return {"raises": {"type": "FixtureError", "message": " ".join(words) + ": " + answer["text"]}}
        replies = [server.ask(words) for words in commands]
        return {"replies": replies, "commands": [" ".join(words) for words in commands], "state": state_of(server)}

    gc.collect()
    gc.freeze()
    ctypes.PyDLL(os.environ.pop("VIVA_AGENT")).viva_serve()
    parts = []
    while True:
        part = read(3, 1 << 20)
        if not part:
            break
        parts.append(part)
    request = json.loads(b"".join(parts))
    def send(data):
        while data:
            data = data[write(3, data):]
    server = Server()
    for call in request["calls"]:
        send(json.dumps(perform(request["source"], call, server)).encode() + b"\n")
    send(b"\0")
    leave(0)
boot()
]==]

language {
  name = "redis",
  description = { en = "Redis commands, on a real server.", zh = "Redis 命令，在真实的服务器上执行。" },
  extension = "redis",
  needs = { { file = "/usr/bin/redis-server", package = "redis-server" }, { file = "/usr/bin/python3", package = "python3" } },

  job = function(spec)
    return {
      runtime = { name = "redis", argv = { "/usr/bin/python3", "-s", "-P", "-c", boot }, warm = true,
        environment = { PATH = "/usr/bin:/bin", LANG = "C.UTF-8", PYTHONHASHSEED = "0", PYTHONUTF8 = "1" } },
      request = json.encode { source = spec.source, calls = spec.calls },
      may_execute = true, unix_sockets = true, limits = { processes = 16, disk_mb = 8, seconds = 3, wall_seconds = 8 },
    }
  end,

  read = results.read,

  self_test = {
    { name = "set and get", source = "INCR hits\nGET hits\n", calls = { { fixture = "SET hits 41" } },
      results = { { replies = { 42, "42" }, commands = { "INCR hits", "GET hits" }, state = { hits = { type = "string", value = "42" } } } } },
  },
}
