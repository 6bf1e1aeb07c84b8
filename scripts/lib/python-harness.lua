-- The Python that runs a candidate's program: read by the warm interpreter at its start, then run once in each child that it forks, inside the cage.
--
-- It is beside the program in one process, so it proves nothing by itself: it hands out what functions returned, as plain tagged values, and what they
-- should have returned is not here. Whatever it needs it took before the program began, so that patched builtins and modules reach only the program.
--
-- Request on descriptor 3: {source, arguments, driver, calls}; without calls the source is run as a program. Result: a line of JSON for each call,
-- written as soon as it is done, or one for the program; then a zero byte.
--   call    {function, args, kwargs, after} | {driver, args, kwargs} | {call}     discard: nothing is returned; driver: a function of the driver, called with the module `answer` first
--   line    {returns, output, after} | {raises: {type, kinds, message, line}, traceback, output} | {load: true, raises, …}: the program itself failed
return [==[
def viva_boot(imports):
    import abc, array, asyncio, bisect, builtins, collections, contextlib, copy, csv, ctypes, dataclasses, datetime, decimal, enum, fractions, functools
    import gc, heapq, io, itertools, json, linecache, math, operator, os, queue, random, re, statistics, string, sys, textwrap, threading, time, types
    import atexit, collections.abc, inspect, signal, typing, weakref, traceback, tempfile, pathlib, struct, hashlib, unicodedata, locale
    for name in imports:
        try:
            __import__(name)
        except ImportError:
            os._exit(69)
    numpy, pandas, torch = (sys.modules.get(name) for name in ("numpy", "pandas", "torch"))

    (all_, any_, bool_, bytes_, bytearray_, callable_, compile_, complex_, dict_, enumerate_, eval_, exec_, float_, frozenset_, getattr_, hasattr_, int_,
     isinstance_, issubclass_, len_, list_, map_, range_, repr_, set_, sorted_, str_, tuple_, type_, zip_, BaseException_, Exception_, MemoryError_, SystemExit_, ValueError_) = (
        all, any, bool, bytes, bytearray, callable, compile, complex, dict, enumerate, eval, exec, float, frozenset, getattr, hasattr, int, isinstance,
        issubclass, len, list, map, range, repr, set, sorted, str, tuple, type, zip, BaseException, Exception, MemoryError, SystemExit, ValueError)
    read, write, leave = os.read, os.write, os._exit
    decode, encoder = json.loads, json.JSONEncoder(ensure_ascii=True, allow_nan=False)
    encode = encoder.encode
    substitute, Module = re.sub, types.ModuleType
    original = dict_(builtins.__dict__)
    modules, dict_items, dict_keys = sys.modules, dict_.items, dict_.keys
    moment, calendar_date, clock_time, duration = datetime.datetime, datetime.date, datetime.time, datetime.timedelta
    Decimal, Fraction, Path, Enum = decimal.Decimal, fractions.Fraction, pathlib.PurePath, enum.Enum
    shutdown, run_exit_functions, collect = threading._shutdown, atexit._run_exitfuncs, gc.collect

    def is_a(value, kind):
        return issubclass_(type_(value), kind)  # isinstance asks the value

    def class_of(value):
        return str_(type_(value).__qualname__).split("<locals>.")[-1]

    def shown(text, most=300):
        text = substitute(r" at 0x[0-9a-f]+", "", str_(text))
        text = text.encode("utf-8", "replace").decode("utf-8", "replace")
        return text if len_(text) <= most else text[:most] + "…"

    def escaped(raw):
        return "".join([chr_(b) if 32 <= b < 127 and b != 92 else "\\x%02x" % b for b in raw])

    chr_ = chr

    # What a value is in JSON: engine/base/values.h.
    def tag(value, depth=0):
        kind = type_(value)
        if value is None or kind is bool_:
            return value
        if kind is str_:
            return value.encode("utf-8", "replace").decode("utf-8")
        if depth > 24:
            return {"$object": class_of(value), "text": "…"}
        if kind is int_:
            return tag_int(value)
        if kind is float_:
            return value if value - value == 0 else {"$float": repr_(value)}
        if kind is list_:
            return [tag(item, depth + 1) for item in value]
        if kind is tuple_:
            return {"$tuple": [tag(item, depth + 1) for item in value]}
        if issubclass_(kind, Enum):
            return {"$object": class_of(value), "text": shown(str_(value))}
        if numpy and issubclass_(kind, (numpy.ndarray, numpy.generic)):
            return tag_numpy(value, depth)
        if pandas:
            tagged = tag_pandas(value, kind, depth)
            if tagged is not None:
                return tagged
        if torch and issubclass_(kind, torch.Tensor):
            plain = value.detach().cpu()
            return {"$array": {"dtype": str_(value.dtype), "shape": list_(plain.shape), "data": tag(plain.reshape(-1).tolist(), depth)}}
        return tag_other(value, kind, depth)

    def tag_int(value):
        if -9007199254740992 <= value <= 9007199254740992:
            return int_(value)
        try:
            return {"$int": int_.__repr__(value)}
        except ValueError_:
            return {"$object": "int", "text": "an int of %d bits" % int_.bit_length(value)}

    def tag_other(value, kind, depth):
        if issubclass_(kind, int_):
            return tag_int(int_.__index__(value))
        if issubclass_(kind, float_):
            return tag(float_.__float__(value))
        if issubclass_(kind, str_):
            return tag(str_.__str__(value))
        if issubclass_(kind, (bytes_, bytearray_)):
            return {"$bytes": escaped(bytes_(value))}
        if issubclass_(kind, complex_):
            return {"$complex": [tag(value.real), tag(value.imag)]}
        if issubclass_(kind, list_):
            return [tag(item, depth + 1) for item in list_.__iter__(value)]
        if issubclass_(kind, tuple_):
            return {"$tuple": [tag(item, depth + 1) for item in tuple_.__iter__(value)]}
        if issubclass_(kind, (set_, frozenset_)):
            items = [tag(item, depth + 1) for item in value]
            items.sort(key=encode)
            return {"$set" if issubclass_(kind, set_) else "$frozenset": items}
        if issubclass_(kind, dict_):
            items = list_(dict_items(value))
            if all_([type_(key) is str_ and key[:1] != "$" for key, _ in items]):
                return {key: tag(item, depth + 1) for key, item in items}
            return {"$dict": [[tag(key, depth + 1), tag(item, depth + 1)] for key, item in items]}
        if issubclass_(kind, (moment, calendar_date, clock_time)):
            return {"$object": class_of(value), "text": value.isoformat()}
        if issubclass_(kind, (Decimal, Fraction, Path, duration)):
            return {"$object": class_of(value), "text": str_(value)}
        if kind is range_:
            return {"$object": "range", "text": repr_(value)}
        if issubclass_(kind, BaseException_):
            return {"$object": class_of(value), "text": shown(repr_(value))}
        if kind.__repr__ is object.__repr__ or issubclass_(kind, (types.GeneratorType, types.FunctionType, types.BuiltinFunctionType, type_)):
            return {"$object": class_of(value)}
        try:
            return {"$object": class_of(value), "text": shown(repr_(value))}
        except BaseException_:
            return {"$object": class_of(value)}

    def tag_numpy(value, depth):
        if is_a(value, numpy.generic):
            return tag(value.item(), depth + 1) if type_(value.item()) is not type_(value) else {"$object": class_of(value), "text": shown(value)}
        plain = numpy.array(value, copy=True, subok=False)
        return {"$array": {"dtype": str_(plain.dtype), "shape": list_(plain.shape), "data": tag(plain.reshape(-1).tolist(), depth)}}

    def tag_pandas(value, kind, depth):
        if value is pandas.NaT or value is pandas.NA:
            return {"$object": class_of(value)}
        if issubclass_(kind, pandas.Series):
            return {"$series": {"dtype": str_(value.dtype), "name": tag(value.name, depth), "index": tag(value.index.tolist(), depth + 1),
                                "data": tag(value.tolist(), depth + 1)}}
        if issubclass_(kind, pandas.DataFrame):
            columns = [value.iloc[:, i].tolist() for i in range_(value.shape[1])]
            return {"$frame": {"columns": tag(value.columns.tolist(), depth + 1), "dtypes": [str_(t) for t in value.dtypes], "index": tag(value.index.tolist(), depth + 1),
                               "data": [tag([column[row] for column in columns], depth + 1) for row in range_(value.shape[0])]}}
        if issubclass_(kind, pandas.Index):
            return tag(value.tolist(), depth + 1)
        if issubclass_(kind, (pandas.Timestamp, pandas.Timedelta)):
            return {"$object": class_of(value), "text": str_(value)}
        return None

    helpers = {"math": math, "random": random, "np": numpy, "numpy": numpy, "pd": pandas, "pandas": pandas, "torch": torch, "datetime": datetime,
               "decimal": decimal, "fractions": fractions, "collections": collections, "string": string}

    # The value that a tagged one stands for.
    def untag(value):
        kind = type_(value)
        if kind is list_:
            return [untag(item) for item in value]
        if kind is not dict_:
            return value
        if len_(value) != 1 or list_(value)[0][:1] != "$":
            return {key: untag(item) for key, item in value.items()}
        (name, content), = value.items()
        if name == "$tuple":
            return tuple_([untag(item) for item in content])
        if name == "$set":
            return set_([untag(item) for item in content])
        if name == "$frozenset":
            return frozenset_([untag(item) for item in content])
        if name == "$dict":
            return {untag(key): untag(item) for key, item in content}
        if name == "$int":
            return int_(content)
        if name == "$float":
            return float_(content)
        if name == "$complex":
            return complex_(*content)
        if name == "$bytes":
            return substitute(r"\\x([0-9a-f]{2})", lambda found: chr_(int_(found[1], 16)), content).encode("latin-1")
        if name == "$repeat":
            return untag(content[0]) * content[1]
        if name == "$range":
            return list_(range_(*content))
        if name == "$python":
            return eval_(content, dict_(helpers))
        if name == "$array":
            made = numpy.array(untag(content["data"]), dtype=content.get("dtype"))
            return made.reshape(content["shape"]) if "shape" in content else made
        if name == "$series":
            return pandas.Series(untag(content["data"]), name=content.get("name"), dtype=content.get("dtype"), index=untag(content.get("index")))
        if name == "$frame":
            made = pandas.DataFrame(untag(content["data"]), columns=untag(content["columns"]), index=untag(content.get("index")))
            return made.astype(dict_(zip_(made.columns, content["dtypes"]))) if "dtypes" in content else made
        raise ValueError_("a question has a value with the unknown tag " + name)

    # The exception as the candidate would see it, with the lines of answer.py only.
    def told(problem, source):
        kind = type_(problem)
        lines = source.split("\n")
        frames = []
        step = problem.__traceback__
        while step is not None:
            if step.tb_frame.f_code.co_filename == "answer.py":
                frames.append((step.tb_lineno, step.tb_frame.f_code.co_name))
            step = step.tb_next
        if len_(frames) > 12:
            frames = frames[:4] + [None] + frames[-4:]
        try:
            message = shown(str_(problem), 500)
        except BaseException_:
            message = "(its text cannot be told)"
        line = frames[-1][0] if frames and frames[-1] else None
        text = ["Traceback (most recent call last):"] if frames else []
        for frame in frames:
            if frame is None:
                text.append("  …")
                continue
            text.append('  File "answer.py", line %d, in %s' % frame)
            if 0 < frame[0] <= len_(lines) and lines[frame[0] - 1].strip():
                text.append("    " + shown(lines[frame[0] - 1].strip(), 200))
        if issubclass_(kind, SyntaxError) and problem.filename == "answer.py":
            line, message = problem.lineno, shown(problem.msg, 300)
            text.append('  File "answer.py", line %s' % line)
            if line and 0 < line <= len_(lines):
                text.append("    " + shown(lines[line - 1].strip(), 200))
        name = class_of(problem)
        text.append(name + ": " + message if message else name)
        kinds = [c.__name__ for c in kind.__mro__ if c not in (object, BaseException_)]
        return {"raises": {"type": name, "kinds": kinds, "message": message, "line": line}, "traceback": "\n".join(text)}

    class Captured(io.TextIOBase):  # what a call prints; a flood goes to the real output, where the cage counts it
        encoding = "utf-8"
        def __init__(self):
            self.parts, self.size = [], 0
        def writable(self):
            return True
        def write(self, text):
            if type_(text) is not str_:
                raise TypeError("write() argument must be str, not " + type_(text).__name__)
            self.size += len_(text)
            if self.size <= 65536:
                self.parts.append(text)
            else:
                write(1, text.encode("utf-8", "replace"))
            return len_(text)
        def text(self):
            return "".join(self.parts).encode("utf-8", "replace").decode("utf-8")

    captured_write, captured_text = Captured.write, Captured.text

    def receive():
        parts = []
        while True:
            part = read(3, 1 << 20)
            if not part:
                return b"".join(parts)
            parts.append(part)

    def send(data):
        while data:
            data = data[write(3, data):]

    def send_line(value):
        send(encode(value).encode() + b"\n")

    def module_of(name, file, source):
        module = Module(name)
        module.__file__ = file
        module.__builtins__ = builtins
        modules[name] = module
        linecache.cache[file] = (len_(source), None, source.splitlines(True), file)
        exec_(compile_(source, file, "exec", dont_inherit=True), module.__dict__)
        return module

    def find(module, path):
        found = module
        for name in path.split("."):
            if not hasattr_(found, name):
                raise NameError("the answer defines no '%s'" % path)
            found = getattr_(found, name)
        return found

    def perform(request, call):
        source = request["source"]
        out = Captured()
        sys.stdout = out
        line, loaded = {}, False
        try:
            answer = module_of("answer", "answer.py", source)
            loaded = True
            args, kwargs = untag(call.get("args") or []), untag(call.get("kwargs") or {})
            if "call" in call:
                space = dict_(answer.__dict__)
                space["__builtins__"] = original
                value = eval_(compile_(call["call"], "call", "eval", dont_inherit=True), space)
            elif "driver" in call:
                value = find(module_of("driver", "driver.py", request["driver"]), call["driver"])(answer, *args, **kwargs)
            else:
                value = find(answer, call["function"])(*args, **kwargs)
            line["returns"] = None if call.get("discard") else tag(value)
            if call.get("after"):
                line["after"] = tag(args)
        except BaseException_ as problem:
            line = told(problem, source)
            if not loaded:
                line["load"] = True
        line["output"] = captured_text(out)
        return line

    def run_program(request):
        module = Module("__main__")
        module.__file__ = "answer.py"
        module.__builtins__ = builtins
        modules["__main__"] = module
        source = request["source"]
        linecache.cache["answer.py"] = (len_(source), None, source.splitlines(True), "answer.py")
        status, line, refused_memory = 0, {}, False
        try:
            exec_(compile_(source, "answer.py", "exec", dont_inherit=True), module.__dict__)
        except SystemExit_ as end:
            code = end.code
            status = 0 if code is None else code & 255 if type_(code) is int_ else 1
            if status == 1 and type_(code) is not int_:
                print(code, file=sys.stderr)
        except BaseException_ as problem:
            status, line, refused_memory = 1, told(problem, source), is_a(problem, MemoryError_)
        try:
            shutdown()
            run_exit_functions()
            for name in list_(module.__dict__):  # as the interpreter does at its end: what was made is unmade
                if name[:2] != "__":
                    module.__dict__[name] = None
            collect()
            sys.stdout.flush()
            if "traceback" in line:
                print(line["traceback"], file=sys.stderr)
            sys.stderr.flush()
        except BaseException_:
            status = status or 1
        if refused_memory:
            leave(86)  # sandbox/program.h: what ends for want of memory says so
        line["status"] = status
        send_line(line)
        send(b"\0")
        leave(status)

    gc.collect()
    gc.freeze()
    ctypes.PyDLL(os.environ.pop("VIVA_AGENT")).viva_serve()

    signal.signal(signal.SIGINT, signal.default_int_handler)
    request = decode(receive())
    random.seed(0)
    if numpy:
        numpy.random.seed(0)
    if torch:
        torch.manual_seed(0)
    sys.argv = ["answer.py"] + request.get("arguments", [])
    if "calls" not in request:
        run_program(request)
    for call in request["calls"]:
        send_line(perform(request, call))
    send(b"\0")
    leave(0)
]==]
