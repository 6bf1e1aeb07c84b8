import os
import subprocess
import sys
import tempfile

job = """
import multiprocessing

def work(number):
    print(number * number)

multiprocessing.set_start_method("METHOD", force=True)
process = multiprocessing.Process(target=work, args=(7,))
process.start()
process.join()
"""
with tempfile.TemporaryDirectory() as folder:
    for method in ("spawn", "fork"):
        path = os.path.join(folder, "job.py")
        with open(path, "w") as file:
            file.write(job.replace("METHOD", method))
        done = subprocess.run([sys.executable, path], capture_output=True, text=True)
        print(method, done.stdout.strip() or "nothing", "bootstrapping phase" in done.stderr, "RuntimeError" in done.stderr)
