import os
import subprocess
import tempfile

with tempfile.TemporaryDirectory() as d:
    subprocess.run(["/usr/bin/python3", "-m", "venv", "--without-pip", d + "/env"], check=True)
    script = """
    . env/bin/activate
    python -c 'import sys; print(sys.prefix == sys.base_prefix)'
    deactivate
    /usr/bin/python3 -c 'import sys; print(sys.prefix == sys.base_prefix)'
    """
    out = subprocess.run(["/bin/bash", "-c", script], cwd=d, capture_output=True, text=True)
    print(out.stdout, end="")
    print(os.path.islink(d + "/env/bin/python"))
