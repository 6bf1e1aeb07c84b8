// Runs and outcomes of programs as JSON: what `program.run` of scripts sends and gets.
//
//   {"runtime": {"name": "python", "argv": ["/usr/bin/python3", …], "warm": true, "environment": {"PYTHONHASHSEED": "0"}},
//    "argv": […], "files": [{"path": "data.csv", "text": "…", "executable": false}], "input": "…", "request": "…", "may_execute": false,
//    "unix_sockets": false, "collect": ["**"], "build": {… the same again, run first …},
//    "limits": {"cpu": 2, "wall": 5, "memory": 268435456, "reserve": 0, "output": 1048576, "disk": 0, "disk_files": 256,
//    "processes": 0, "open_files": 64}}
//
//   {"end": "ended", "exit_status": 0, "signal": 0, "detail": "", "output": "…", "errors": "…", "result": "…", "output_cut": false,
//   "errors_cut": false,
//    "result_complete": true, "collected": [{"path", "text", "executable"}], "collected_cut": false, "missing": "",
//    "cpu_seconds": 0.002, "wall_seconds": 0.003, "memory_bytes": 1048576}
//
// Only `runtime.name` is required. Bytes that are no UTF-8 are {"base64": "…"} in place of a string, in both directions (input, request,
// text, output, errors, result).
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "sandbox/program.h"

namespace viva {

// Strict: an unknown key, a wrong type or a limit out of range is an error that names its place and what was meant.
Result<ProgramRun> program_run_from_json(const Json& value);

Json to_json(const ProgramRun& run);
Json to_json(const ProgramOutcome& outcome);

}  // namespace viva
