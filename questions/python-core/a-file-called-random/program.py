import os
import subprocess
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "random.py"), "w") as module:
        module.write("mine = True\n")
    for line in ("import random; random.choice", "import random as rnd; rnd.choice", "from random import choice"):
        with open(os.path.join(folder, "game.py"), "w") as script:
            script.write(line + "\n")
        done = subprocess.run([sys.executable, os.path.join(folder, "game.py")], capture_output=True, text=True)
        print(done.stderr.strip().splitlines()[-1].split(":")[0])
    os.rename(os.path.join(folder, "random.py"), os.path.join(folder, "dice.py"))
    done = subprocess.run([sys.executable, "-c", "import random; print(random.choice([1]))"], cwd=folder, capture_output=True, text=True)
    print(done.stdout.strip())
