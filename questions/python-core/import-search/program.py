import os
import subprocess
import sys
import tempfile

root = tempfile.mkdtemp()
app, lib = os.path.join(root, "app"), os.path.join(root, "lib")
tools = os.path.join(app, "tools")
os.makedirs(tools)
os.makedirs(lib)
for directory in (app, tools, lib):
    with open(os.path.join(directory, "config.py"), "w") as config:
        config.write(f"name = {os.path.basename(directory)!r}\n")
with open(os.path.join(tools, "job.py"), "w") as job:
    job.write("import config\nimport sys\nprint(config.name, sys.path.index(sys.argv[1]))\n")


def run(*start):
    done = subprocess.run(
        [sys.executable, *start, lib],
        cwd=app,
        env={"PYTHONPATH": lib},
        capture_output=True,
        text=True,
    )
    return done.stdout.split()


name, position = run("tools/job.py")
print("script:", name)
print("-m:", run("-m", "tools.job")[0])
print("PYTHONPATH position:", position)
