-- C++20: compiled by g++ in a cage as well, once for each source; then run as a program.
local compiler = "/usr/bin/g++"

language {
  name = "cpp",
  description = { en = "C++20, as g++ compiles it with -O2.", zh = "C++20（g++ -O2）。" },
  extension = "cpp",
  needs = { { file = compiler, package = "g++" } },
  job = function(spec)
    local argv = { "/work/answer" }
    for _, argument in ipairs(spec.arguments or {}) do argv[#argv + 1] = argument end
    return {
      runtime = { name = "cpp" }, argv = argv, files = spec.files, input = spec.stdin, collect = spec.collect,
      limits = { disk_mb = 32 },
      build = {
        runtime = { name = "g++", environment = { PATH = "/usr/bin:/bin", TMPDIR = "/work", LANG = "C.UTF-8" } },
        argv = { compiler, "-std=c++20", "-O2", "-Wall", "-fdiagnostics-color=never", "-o", "answer", "answer.cpp" },
        files = { { path = "answer.cpp", text = spec.source } }, may_execute = true, collect = { "answer" },
        limits = { seconds = 20, wall_seconds = 40, memory_mb = 1024, disk_mb = 64, processes = 8 },
      },
    }
  end,
  -- Memory that was refused before any of it was used is seen by the program alone.
  read = function(outcome)
    if outcome.ending == "runtime-error" and outcome.errors:find("instance of 'std::bad_alloc'", 1, true) then outcome.ending, outcome.detail = "memory-limit", "" end
    return outcome
  end,
  self_test = {
    { name = "sum", source = "#include <iostream>\nint main() { int a, b; std::cin >> a >> b; std::cout << a + b << '\\n'; }\n", stdin = "20 22\n", output = "42\n" },
    { name = "does not compile", source = "int main() { return x; }\n", ending = "compile-error" },
    { name = "memory", source = "#include <vector>\nint main() { std::vector<char> a(1ull << 40); return a[7]; }\n", ending = "memory-limit" },
  },
}
