-- The JavaScript that runs a candidate's program in node: as lib/python-harness.lua does it, for programs and calls of functions.
--
-- node cannot be forked when it is warm, since it has threads: it is started for each run. The answer is a CommonJS module (`require`, `module.exports`);
-- functions that it does not export are found by their names all the same. What a call returns may be a promise.
return [==[
"use strict";
const { readSync, writeSync } = require("fs"), { types, inspect } = require("util"), vm = require("vm"), Module = require("module");
const { stringify, parse } = JSON, { isArray } = Array, { isSafeInteger } = Number, { getPrototypeOf, keys } = Object, { apply } = Reflect;
const { Buffer, Promise, Error, SyntaxError, String, BigInt, Proxy, Set, Map, Date } = globalThis;
const leave = process.reallyExit.bind(process), refused_memory = 86;
const Bytes = getPrototypeOf(Uint8Array), text_of_bytes = Buffer.prototype.toString;
if (process.stdout._handle?.setBlocking) process.stdout._handle.setBlocking(true);

function send(text) {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) bytes = bytes.subarray(writeSync(3, bytes));
}

function receive() {
  const parts = [], buffer = Buffer.alloc(65536);
  for (;;) {
    const got = readSync(3, buffer, 0, 65536, null);
    if (got === 0) return Buffer.concat(parts).toString();
    parts.push(Buffer.from(buffer.subarray(0, got)));
  }
}

// As engine/base/values.h has it. JSON.stringify would ask the values.
const quoted = (text) => stringify(Buffer.from(text).toString());

function shown(text, most = 300) {
  text = String(text);
  return text.length <= most ? text : text.slice(0, most) + "…";
}

function class_of(value) {
  try {
    const name = getPrototypeOf(value)?.constructor?.name;
    return typeof name === "string" && name ? name : "Object";
  } catch {
    return "Object";
  }
}

const object = (name, text) => `{"$object":${quoted(name)}${text === undefined ? "" : `,"text":${quoted(shown(text))}`}}`;

function items(list, depth) {
  let out = "";
  for (let i = 0; i < list.length; i++) out += (i ? "," : "") + encode(list[i], depth + 1);
  return `[${out}]`;
}

function encode(value, depth = 0) {
  if (value === null || value === undefined) return "null";
  switch (typeof value) {
    case "boolean": return value ? "true" : "false";
    case "number": return value - value === 0 ? stringify(value) : `{"$float":"${value !== value ? "nan" : value > 0 ? "inf" : "-inf"}"}`;
    case "string": return quoted(value);
    case "bigint": return `{"$int":"${value}"}`;
    case "symbol": return object("symbol", String(value));
    case "function": return object("function");
  }
  if (types.isProxy(value)) return object("Proxy");
  if (depth > 24) return object(class_of(value), "…");
  if (isArray(value)) return items(value, depth);
  if (types.isSet(value)) {
    const list = [];
    apply(Set.prototype.forEach, value, [(item) => (list[list.length] = encode(item, depth + 1))]);
    return `{"$set":[${list.sort().join(",")}]}`;
  }
  if (types.isMap(value)) {
    const list = [];
    apply(Map.prototype.forEach, value, [(item, key) => (list[list.length] = `[${encode(key, depth + 1)},${encode(item, depth + 1)}]`)]);
    return `{"$dict":[${list.join(",")}]}`;
  }
  if (types.isUint8Array(value)) return `{"$bytes":${quoted(escaped(value))}}`;
  if (value instanceof Bytes) {
    const name = class_of(value).replace(/Array$/, "").toLowerCase();
    return `{"$array":{"dtype":${quoted(name)},"shape":[${value.length}],"data":${items(value, depth)}}}`;
  }
  if (types.isBoxedPrimitive(value)) return encode(value.valueOf(), depth + 1);
  if (types.isDate(value)) return object("Date", value - value === 0 ? apply(Date.prototype.toISOString, value, []) : "Invalid Date");
  if (types.isNativeError(value)) return object(class_of(value), `${class_of(value)}: ${value.message}`);
  const above = getPrototypeOf(value);
  if (above !== null && getPrototypeOf(above) !== null) return encode_instance(value);
  return encode_object(value, depth);
}

function encode_object(value, depth) {
  const names = keys(value);
  let plain = true, out = "";
  for (const name of names) plain = plain && name[0] !== "$";
  for (let i = 0; i < names.length; i++) {
    const item = encode(value[names[i]], depth + 1);
    out += (i ? "," : "") + (plain ? `${quoted(names[i])}:${item}` : `[${quoted(names[i])},${item}]`);
  }
  return plain ? `{${out}}` : `{"$dict":[${out}]}`;
}

function encode_instance(value) {
  try {
    return object(class_of(value), inspect(value, { depth: 3, breakLength: Infinity, maxArrayLength: 50 }));
  } catch {
    return object(class_of(value));
  }
}

function escaped(bytes) {
  let out = "";
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i];
    out += b >= 32 && b < 127 && b !== 92 ? String.fromCharCode(b) : "\\x" + (b < 16 ? "0" : "") + b.toString(16);
  }
  return out;
}

// The value that a tagged one stands for.
function untag(value) {
  if (value === null || typeof value !== "object") return value;
  if (isArray(value)) return value.map(untag);
  const names = keys(value);
  if (names.length !== 1 || names[0][0] !== "$") {
    const out = {};
    for (const name of names) out[name] = untag(value[name]);
    return out;
  }
  const content = value[names[0]];
  switch (names[0]) {
    case "$set": return new Set(untag(content));
    case "$dict": return new Map(untag(content));
    case "$int": return BigInt(content);
    case "$float": return content === "nan" ? NaN : content === "inf" ? Infinity : -Infinity;
    case "$bytes": return Buffer.from(content.replace(/\\x([0-9a-f]{2})/g, (_, digits) => String.fromCharCode(parseInt(digits, 16))), "latin1");
    case "$repeat": return repeated(untag(content[0]), content[1]);
    case "$range": return Array.from({ length: Math.max(0, content[1] - content[0]) }, (_, i) => content[0] + i);
    case "$javascript": return vm.runInThisContext(`(${content}\n)`);
  }
  throw new Error(`JavaScript has nothing for the tag '${names[0]}'`);
}

function repeated(value, times) {
  if (typeof value === "string") return value.repeat(times);
  const out = [];
  for (let i = 0; i < times; i++) for (const item of value) out.push(item);
  return out;
}

// The error as the candidate would see it, with the lines of answer.js only.
function told(problem) {
  if (!types.isNativeError(problem)) {
    const text = typeof problem === "string" ? problem : shown(inspect(problem, { depth: 1 }));
    return `"raises":{"type":${quoted(typeof problem)},"kinds":[],"message":${quoted(shown(text, 500))},"line":null},"traceback":${quoted("thrown: " + shown(text, 500))}`;
  }
  if (problem.name === "RangeError" && /allocation failed|could not allocate memory/i.test(problem.message)) leave(refused_memory);
  const kinds = [];
  for (let kind = getPrototypeOf(problem); kind && kind !== Object.prototype; kind = getPrototypeOf(kind)) kinds.push(quoted(String(kind.constructor?.name)));
  const stack = String(problem.stack), steps = [];
  let line = null, before = "";
  const start = /^(?:\/work\/)?answer\.js:(\d+)\n([^]*?)\n\n*SyntaxError/.exec(stack);
  if (start) {
    line = start[1];
    before = `answer.js:${line}\n${start[2]}\n`.replace(/\n+$/, "\n");
  }
  for (const step of stack.split("\n")) {
    const found = /^ {4}at (?:(\S.*?) \()?(?:\/work\/)?answer\.js:(\d+):\d+\)?$/.exec(step);
    if (!found || found[2] > own_lines) continue; // what is behind the source is ours
    line ??= found[2];
    if (steps.length < 8) steps.push(`\n    at ${found[1] ? found[1] + " (" : ""}answer.js:${found[2]}${found[1] ? ")" : ""}`);
  }
  const name = class_of(problem), message = shown(problem.message, 500);
  const text = `${before}${name}${message ? ": " + message : ""}${steps.join("")}`;
  return `"raises":{"type":${quoted(name)},"kinds":[${kinds.join(",")}],"message":${quoted(message)},"line":${line}},"traceback":${quoted(text)}`;
}

const request = parse(receive());
const own_lines = request.source.split("\n").length;
process.argv = [process.execPath, "answer.js", ...request.arguments];

// A module, and how the names in it are reached, exported or not.
function load(source, file) {
  const module = new Module(file, null);
  module.filename = file;
  const run = vm.compileFunction(source + "\n;return function () { return eval(arguments[0]); };", ["exports", "require", "module", "__filename", "__dirname"], { filename: file });
  const look = apply(run, module.exports, [module.exports, Module.createRequire("/work/"), module, file, "."]);
  const evaluate = typeof look === "function" ? look : () => undefined;
  function named(name) {
    const exported = module.exports;
    if (exported !== null && (typeof exported === "object" || typeof exported === "function") && name in exported) return exported[name];
    if (typeof exported === "function" && exported.name === name) return exported;
    return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) && evaluate(`typeof ${name}`) !== "undefined" ? evaluate(name) : undefined;
  }
  function find(path) {
    let holder, found;
    for (const [i, name] of path.split(".").entries()) {
      holder = found;
      found = i === 0 ? named(name) : found?.[name];
      if (found === undefined) throw new ReferenceError(`the answer defines no '${path}'`);
    }
    return typeof found === "function" && holder !== undefined ? found.bind(holder) : found;
  }
  return { find, named, evaluate, exports: module.exports };
}

let out = "", reject_current = () => undefined;

// What a promise comes to. Where nothing is left that could settle it, node would end without a word.
function settled(promise) {
  return new Promise((resolve, reject) => {
    reject_current = reject;
    process.once("beforeExit", () => reject(new Error("the promise is never settled")));
    promise.then(resolve, reject);
  });
}

async function perform(call) {
  out = "";
  let loaded = false, line;
  try {
    const answer = load(request.source, "answer.js");
    loaded = true;
    if (call.kwargs && keys(call.kwargs).length > 0) throw new Error("JavaScript has no arguments with names");
    const args = untag(call.args ?? []);
    let value;
    if (call.call !== undefined) {
      value = answer.evaluate(`(${call.call}\n)`);
    } else if (call.driver !== undefined) {
      const given = new Proxy({}, { get: (_, name) => answer.named(name), has: (_, name) => answer.named(name) !== undefined });
      value = load(request.driver, "driver.js").find(call.driver)(given, ...args);
    } else {
      value = answer.find(call.function)(...args);
    }
    if (types.isPromise(value)) value = await settled(value);
    line = `"returns":${call.discard ? "null" : encode(value)}`;
    if (call.after) line += `,"after":${encode(args)}`;
  } catch (problem) {
    line = told(problem) + (loaded ? "" : ',"load":true');
  }
  send(`{${line},"output":${quoted(out)}}\n`);
}

async function perform_all() {
  let size = 0;
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk, ...rest) => {
    const text = typeof chunk === "string" ? chunk : apply(text_of_bytes, Buffer.from(chunk), []);
    if ((size += text.length) > 65536) return write(text, ...rest); // a flood goes to the real output, where the cage counts it
    out += text;
    for (const one of rest) if (typeof one === "function") process.nextTick(one);
    return true;
  };
  process.setUncaughtExceptionCaptureCallback((problem) => reject_current(problem));
  for (const call of request.calls) {
    size = 0;
    await perform(call);
  }
  send("\0");
  leave(0);
}

function run_program() {
  const finish = (line) => send(`{${line}}\n\0`);
  process.setUncaughtExceptionCaptureCallback((problem) => {
    process.removeListener("exit", on_exit);
    const line = told(problem);
    writeSync(2, parse(`{${line}}`).traceback + "\n");
    finish(`${line},"status":1`);
    leave(1);
  });
  const on_exit = (status) => finish(`"status":${status & 255}`);
  process.on("exit", on_exit);
  const module = new Module("answer.js", null);
  module.filename = "/work/answer.js";
  module.paths = [];
  process.mainModule = module;
  module._compile(request.source, "/work/answer.js");
}

if (request.calls) perform_all();
else run_program();
]==]
