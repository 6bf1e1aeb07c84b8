// A program cage with a small Python to run in it.
#pragma once

#include <string>

#include "sandbox/program.h"

// Executes the request, and ends the result with its mark when nothing went wrong.
inline viva::ProgramRun python_run(const std::string& source, const std::string& imports = "") {
  viva::ProgramRun run;
  run.runtime.name = "python";
  run.runtime.argv = {"/usr/bin/python3", "-s", "-P", "-c", imports + R"(
import ctypes, gc, os, sys
agent = ctypes.PyDLL(os.environ.pop("VIVA_AGENT"))
exec(compile("pass", "warm", "exec"))  # the first one makes the types of the syntax tree, 0.7 ms
gc.collect()
gc.freeze()
agent.viva_serve()
request = b""
while part := os.read(3, 65536):
    request += part
write, leave = os.write, os._exit
exec(compile(request, "answer.py", "exec"), {"__name__": "__main__"})
sys.stdout.flush()
write(3, b"done\0")
leave(0)
)"};
  run.runtime.warm = true;
  run.runtime.environment = {{"PYTHONHASHSEED", "0"}, {"OPENBLAS_NUM_THREADS", "1"}};
  run.request = source;
  return run;
}

inline viva::ProgramRun shell_run(const std::string& script) {
  viva::ProgramRun run;
  run.runtime.name = "sh";
  run.argv = {"/bin/sh", "-c", script};
  run.runtime.environment = {{"PATH", "/usr/bin:/bin"}};
  run.may_execute = true;
  run.limits.processes = 8;
  run.limits.disk_bytes = 1 << 20;
  return run;
}
