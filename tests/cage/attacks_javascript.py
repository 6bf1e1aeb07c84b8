"""Attacks by programs in JavaScript, in node: started for each run, with threads, a compiler of its own and much address space."""

import attack
import programs

TITLE = "JavaScript"


def Attack(number, tries, source, *what, calls=(), limits=None, **rest):
    return attack.Attack(number, tries, programs.javascript(source, calls, limits=limits or {}), *what, needs="/usr/bin/node", **rest)


WORKER = "const { Worker } = require('worker_threads');\nconst start = (code) => new Worker(code, { eval: true });\n"
REFUSED = "const refused = (f) => { try { console.log('DONE', f()); } catch (problem) { console.log('refused'); } };\n"

ATTACKS = [
    Attack("K1", "make a process", "require('child_process').execSync('id')", "policy"),
    Attack("K2", "TCP", "require('net').connect(80, '127.0.0.1')", "policy"),
    Attack("K3", "open the debugger to others", "require('inspector').open(9229)", "policy"),
    Attack("K4", "read files of this machine", REFUSED + "for (const file of ['/etc/shadow', '/proc/1/environ', '/root'])\n  refused(() => require('fs').readFileSync(file));", "ended",
           "refused\n" * 3),
    Attack("K5", "load a library as a module of node", REFUSED + "refused(() => process.dlopen({ exports: {} }, '/lib/x86_64-linux-gnu/libc.so.6'));", "ended", "refused\n"),
    Attack("K6", "signals to the engine", REFUSED + "for (const signal of [9, 19]) refused(() => process.kill(process.ppid || 1 << 22, signal));", "ended", "refused\n" * 2),
    Attack("K7", "a heap that grows", "const kept = [];\nfor (;;) kept.push({});", "memory_limit", limits={"memory": 100 << 20}),
    Attack("K8", "reserve 64 GB of address space", "const kept = [];\nfor (let i = 0; i < 16; i++) kept.push(new WebAssembly.Memory({ initial: 65536 }));", "memory_limit"),
    Attack("K9", "threads that share the CPU time", WORKER + "for (let i = 0; i < 4; i++) start('for (;;);');", "time_limit", limits={"cpu": 0.6}),
    Attack("K10", "threads without end", WORKER + "try { for (;;) start('setTimeout(() => 0, 9000)'); } catch { console.log('refused'); process.exit(0); }", "ended", "refused\n", limits={"memory": 800 << 20, "cpu": 8},
           seen="process_limit"),
    Attack("K11", "a timer for ever", "setInterval(() => 0, 1000);", "idle_limit", limits={"wall": 0.6}),
    Attack("K12", "wait for what nobody tells", "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);", "idle_limit", limits={"wall": 0.6}),
    Attack("K13", "a regular expression that backtracks", "/^(a+)+$/.test('a'.repeat(40) + 'b');", "time_limit", limits={"cpu": 0.4}),
    Attack("K14", "flood standard output", "for (;;) console.log('x'.repeat(10000));", "output_limit"),
    Attack("K15", "process.exit(0) in a call", "function f() { process.exit(0); }", "crashed", detail="exit status 0", calls=[{"function": "f"}]),
    Attack("K16", "write the result itself", "require('fs').writeSync(3, '{\"returns\":7}\\n\\0'); process.reallyExit(0);", "ended", result='{"returns":7}\n', calls=[{"function": "f"}]),
    Attack("K17", "patch what the harness uses", "JSON.stringify = JSON.parse = Array.prototype.join = () => '7';\nObject.prototype.toJSON = Array.prototype.toJSON = () => 7;\nObject.keys = () => [];\n"
           "function f() { return [1, { a: 2 }]; }", "ended", result='{"returns":[1,{"a":2}],"output":""}\n', calls=[{"function": "f"}]),
    Attack("K18", "a promise that nobody settles", "function f() { return new Promise(() => 0); }", "ended",
           result='{"raises":{"type":"Error","kinds":["Error"],"message":"the promise is never settled","line":null},"traceback":"Error: the promise is never settled","output":""}\n', calls=[{"function": "f"}]),
]
