-- Bash scripts, with the programs of the system beside them, in a folder of their own that they may change.
language {
  name = "bash",
  description = { en = "Bash, and the usual tools.", zh = "Bash 及常用工具。" },
  extension = "sh",
  needs = { { file = "/usr/bin/bash", package = "bash" } },
  job = function(spec)
    local argv = { "/usr/bin/bash", "--norc", "--noprofile", "-c", spec.source, "answer" }
    for _, argument in ipairs(spec.arguments or {}) do argv[#argv + 1] = argument end
    return {
      runtime = { name = "bash", environment = { PATH = "/usr/bin:/bin", HOME = "/work", LANG = "C.UTF-8", TZ = "UTC" } },
      argv = argv, files = spec.files, input = spec.stdin, may_execute = true, collect = spec.collect,
      limits = { processes = 32, disk_mb = 8 },
    }
  end,
  self_test = {
    { name = "pipe", source = "printf '%s\\n' b a | sort > sorted; cat sorted; wc -l < sorted", output = "a\nb\n2\n" },
    { name = "tree", source = "./greet.sh you | tr a-z A-Z", files = { { path = "greet.sh", text = "#!/bin/bash\necho hello $1\n", executable = true } }, output = "HELLO YOU\n" },
  },
}
