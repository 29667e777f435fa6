"""Runs every program of golden/programs on real JAX and writes what it prints beside it, as NAME.out.

Run with a Python that has jax 0.10.2, flax 0.12.8 and optax 0.2.8: python golden/recorders/record_programs.py [NAME…]
"""

import pathlib
import subprocess
import sys

folder = pathlib.Path(__file__).parent.parent / "programs"
chosen = sys.argv[1:] or sorted(path.stem for path in folder.glob("*.py"))
failed = []
for name in chosen:
    # By its bare name, as the page names a program in its tracebacks.
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", f"{name}.py"], cwd=folder, capture_output=True, text=True, check=False
    )
    if ran.returncode == 0:
        (folder / f"{name}.out").write_text(ran.stdout.replace(f"{folder.resolve()}/", ""))
    else:
        failed.append(name)
        print(f"{name}: {ran.stderr.strip().splitlines()[-1]}")
print(f"{len(chosen) - len(failed)} recorded, {len(failed)} failed")
sys.exit(bool(failed))
