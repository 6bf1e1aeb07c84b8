-- JavaScript, as node runs it: started for each run, since it cannot be forked. What it does with a program: lib/javascript-harness.lua.
--
-- node reserves 512 MiB of address space for the code of each of its threads, and has some ten of them; it takes some 50 MiB before a program begins, which
-- do not count as the program's. Its own bound of the heap is above the cage's, so that it is the cage that says "memory-limit".
local harness = require "javascript-harness"
local results = require "harness-results"

language {
  name = "javascript",
  description = { en = "JavaScript, in node.", zh = "JavaScript（node）。" },
  extension = "js",
  needs = { { file = "/usr/bin/node", package = "nodejs" } },
  job = function(spec)
    return {
      runtime = { name = "javascript", environment = { PATH = "/usr/bin:/bin", LANG = "C.UTF-8", TZ = "UTC", OPENSSL_CONF = "/dev/null", NODE_NO_WARNINGS = "1" } },
      argv = { "/usr/bin/node", "--max-old-space-size=4096", "-e", harness }, own_memory_mb = 64, limits = { reserve_mb = 8192 },
      input = spec.stdin, files = spec.files, collect = spec.collect,
      request = json.encode { source = spec.source, arguments = spec.arguments or json.array {}, driver = spec.driver, calls = spec.calls },
    }
  end,

  read = results.read,

  self_test = {
    { name = "program", source = "const [a, b] = require('fs').readFileSync(0, 'utf8').split(' ').map(Number);\nconsole.log(a + b);", stdin = "20 22\n", output = "42\n" },
    { name = "call", source = "const f = async (n) => [n, { name: 'x\\n' }, new Set([n])];", calls = { { ["function"] = "f", args = { 3 } } },
      results = { { returns = { 3, { name = "x\n" }, { ["$set"] = { 3 } } }, output = "" } } },
    { name = "threads", source = "const { Worker } = require('worker_threads');\nlet sum = 0;\nfor (let i = 0; i < 4; i++)\n"
      .. "  new Worker('require(\"worker_threads\").parentPort.postMessage(1)', { eval: true }).on('message', (n) => { sum += n; if (sum === 4) console.log(sum); });", output = "4\n" },
    { name = "memory", source = "const kept = [];\nfor (;;) kept.push(1.5);", limits = { memory_mb = 64 }, ending = "memory-limit" },
    { name = "no network", source = "require('net').connect(80, '127.0.0.1');", ending = "policy" },
  },
}
