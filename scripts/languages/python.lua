-- Python 3: a warm interpreter, forked for each run. What it does with a program: lib/python-harness.lua.
local harness = require "python-harness"

local packages = "/usr/lib/python3/dist-packages/"
local own_packages = "/usr/local/lib/python3.11/dist-packages/"

local function module(name, package) return { file = { packages .. name, own_packages .. name }, package = package } end

local environment = { PATH = "/usr/bin:/bin", LANG = "C.UTF-8", HOME = "/", PYTHONHASHSEED = "0", PYTHONUTF8 = "1", PYTHONDONTWRITEBYTECODE = "1",
  OPENBLAS_NUM_THREADS = "1", OMP_NUM_THREADS = "1", MPLBACKEND = "agg" }

-- The lines of JSON that the harness wrote, as far as it came.
local function lines_of(result)
  local lines = {}
  for line in result:gmatch "([^\n]+)\n" do lines[#lines + 1] = json.decode(line) or { broken = true } end
  return json.array(lines)
end

local function read(outcome, spec)
  local lines = lines_of(outcome.result)
  outcome.result = nil
  if spec.calls then
    outcome.results = lines
  elseif outcome.ending == "ended" and lines[1] then
    outcome.status = lines[1].status
    outcome.raises, outcome.traceback = lines[1].raises, lines[1].traceback
    if outcome.raises then outcome.ending = "runtime-error" end
  end
  return outcome
end

language {
  name = "python",
  description = { en = "Python 3, and what comes with it.", zh = "Python 3 及其标准库。" },
  extension = "py",
  needs = { { file = "/usr/bin/python3", package = "python3" } },
  profiles = {
    numpy = { description = { en = "with NumPy", zh = "带 NumPy" }, needs = { module("numpy", "python3-numpy") }, data = { "numpy" } },
    pandas = { description = { en = "with NumPy and pandas", zh = "带 NumPy 和 pandas" }, needs = { module("pandas", "python3-pandas") }, data = { "numpy", "pandas" } },
    torch = { description = { en = "with PyTorch", zh = "带 PyTorch" }, needs = { module("torch", "python3-torch") }, data = { "numpy", "torch" } },
  },

  job = function(spec, imports)
    local names = {}
    for i, name in ipairs(imports or {}) do names[i] = ("%q"):format(name) end
    local boot = harness .. "\nviva_boot([" .. table.concat(names, ", ") .. "])\n"
    return {
      runtime = { name = "python/" .. (spec.profile or "plain"), argv = { "/usr/bin/python3", "-s", "-P", "-c", boot }, warm = true, environment = environment },
      input = spec.stdin, files = spec.files, collect = spec.collect,
      request = json.encode { source = spec.source, arguments = spec.arguments or json.array {}, driver = spec.driver, calls = spec.calls },
    }
  end,

  read = read,

  self_test = {
    { name = "program", source = "print(sum(map(int, input().split())))", stdin = "20 22\n", output = "42\n" },
    { name = "call", source = "def f(n):\n    return (n, {n})", calls = { { ["function"] = "f", args = { 3 } } },
      results = { { returns = { ["$tuple"] = { 3, { ["$set"] = { 3 } } } }, output = "" } } },
    { name = "numpy", profile = "numpy", source = "import numpy as np\nf = lambda: np.arange(3)", calls = { { ["function"] = "f" } },
      results = { { returns = { ["$array"] = { dtype = "int64", shape = { 3 }, data = { 0, 1, 2 } } }, output = "" } } },
    { name = "pandas", profile = "pandas", source = "import pandas as pd\nf = lambda: pd.Series([1, 2]).sum()", calls = { { ["function"] = "f" } },
      results = { { returns = 3, output = "" } } },
    { name = "torch", profile = "torch", source = "import torch\nf = lambda: torch.ones(2)", calls = { { ["function"] = "f" } },
      results = { { returns = { ["$array"] = { dtype = "torch.float32", shape = { 2 }, data = { 1, 1 } } }, output = "" } } },
    { name = "no network", source = "import socket\nsocket.socket()", ending = "policy" },
  },
}
