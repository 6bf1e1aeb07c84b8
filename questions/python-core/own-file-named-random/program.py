import os
import subprocess
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    def run(text):
        with open(os.path.join(folder, "app.py"), "w") as f:
            f.write(text)
        done = subprocess.run([sys.executable, "app.py"], cwd=folder, capture_output=True, text=True)
        return done.stderr.strip().rsplit("\n", 1)[-1].split(":")[0] or "fine"

    with open(os.path.join(folder, "random.py"), "w") as f:
        f.write("x = 1\n")
    print(run("import random as rnd\nrnd.randint(1, 6)\n"))
    print(run("def roll():\n    import random\n    return random.randint(1, 6)\n\n\nroll()\n"))
    os.rename(os.path.join(folder, "random.py"), os.path.join(folder, "dice.py"))
    print(run("import random\nrandom.randint(1, 6)\n"))
