-- Python 3: a warm interpreter, forked for each run. What it does with a program: lib/python-harness.lua.
local harness = require "python-harness"
local results = require "harness-results"

-- Where Debian puts packages, and pip as root; what is in a home folder or a virtual environment is not in the cage. A package of another Python than
-- /usr/bin/python3 is found as well, and then fails to be imported, which says "not installed" too.
local packages = "/usr/lib/python3/dist-packages/"
local own_packages = "/usr/local/lib/python3*/dist-packages/"

local function module(name, package) return { file = { packages .. name, own_packages .. name }, package = package } end

local environment = { PATH = "/usr/bin:/bin", LANG = "C.UTF-8", HOME = "/", PYTHONHASHSEED = "0", PYTHONUTF8 = "1", PYTHONDONTWRITEBYTECODE = "1",
  OPENBLAS_NUM_THREADS = "1", OMP_NUM_THREADS = "1", MPLBACKEND = "agg" }

-- Modules that do not come with Python, and the packages they come in.
local installed_apart = { numpy = "python3-numpy", pandas = "python3-pandas", torch = "python3-torch", torchvision = "python3-torchvision", scipy = "python3-scipy",
  sklearn = "python3-sklearn", matplotlib = "python3-matplotlib", django = "python3-django", flask = "python3-flask", redis = "python3-redis",
  requests = "python3-requests", PIL = "python3-pil" }

-- How a program of an author is run: with all it imports, and more freely than candidates' are.
local function prove(source)
  local imported, needs = {}, {}
  for keyword, name in ("\n" .. source):gmatch "\n[ \t]*(%a+)[ \t]+([%w_]+)" do
    if (keyword == "import" or keyword == "from") and installed_apart[name] and not imported[name] then
      local need = module(name, installed_apart[name])
      need.name, imported[name], needs[#needs + 1] = name, true, need
    end
  end
  return { profile = imported.torch and "torch" or imported.pandas and "pandas" or imported.numpy and "numpy" or nil, needs = needs,
    files = imported.matplotlib and { { path = "matplotlibrc", text = "" } }, -- its own is in /etc, which is not in the cage
    options = { may_execute = true, unix_sockets = true },
    limits = { seconds = 20, wall_seconds = 40, memory_mb = 1024, disk_mb = 32, processes = 64, open_files = 4096 } }
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
      may_execute = spec.options and spec.options.may_execute, unix_sockets = spec.options and spec.options.unix_sockets,
      request = json.encode { source = spec.source, arguments = spec.arguments or json.array {}, driver = spec.driver, calls = spec.calls },
    }
  end,

  read = results.read,
  prove = prove,

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
    { name = "memory", source = "kept = [0] * (1 << 40)", ending = "memory-limit" },
    { name = "no network", source = "import socket\nsocket.socket()", ending = "policy" },
  },
}
