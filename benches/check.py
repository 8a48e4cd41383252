"""CPU seconds of checking the same file with other tools, and the ratios to ours.

Usage: check.py WORK TEXT DOCX: WORK is a folder for what is installed on the fly, TEXT a text file, DOCX 60 pages.
Each tool reads the whole file once per round, its own start taken off where it has a library; what cannot be installed is said and left out.
"""

import os
import resource
import shutil
import subprocess
import sys

WORK, TEXT, DOCX = sys.argv[1:4]
ROUNDS = 3
PYTHON = os.path.join(WORK, "venv", "bin", "python")

AUTOCORRECT = """
import sys, time, autocorrect_py
text = open(sys.argv[1], encoding="utf-8").read()
start = time.process_time()
autocorrect_py.lint_for(text, "text")
print(time.process_time() - start)
"""
# The other correctors of pycorrector need models; importing the package as a whole does, too.
PYCORRECTOR = """
import os, sys, sysconfig, time, types
package = types.ModuleType("pycorrector")
package.__path__ = [os.path.join(sysconfig.get_paths()["purelib"], "pycorrector")]
sys.modules["pycorrector"] = package
from pycorrector.proper_corrector import ProperCorrector
corrector = ProperCorrector()
corrector.correct("预热")
lines = open(sys.argv[1], encoding="utf-8").read().split("\\n")
start = time.process_time()
for line in lines:
    corrector.correct(line)
print(time.process_time() - start)
"""
ZHLINT = """
const { run } = require("zhlint");
const text = require("fs").readFileSync(process.argv[2], "utf8");
const start = process.cpuUsage();
run(text, { rules: { preset: "default" } });
const used = process.cpuUsage(start);
console.log((used.user + used.system) / 1e6);
"""


def cpu(command):
    """Best CPU time of whole processes, in seconds."""
    best = None
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        best = used if best is None else min(best, used)
    return best


def installed(command):
    return subprocess.run(command, capture_output=True, cwd=WORK).returncode == 0


def python_tools():
    """A place of its own for what is installed."""
    if not os.path.exists(PYTHON):
        subprocess.run([sys.executable, "-m", "venv", os.path.join(WORK, "venv")], capture_output=True)
    return os.path.exists(PYTHON)


def seconds(name, command, script, needed):
    """CPU seconds of one pass over the text; None if the tool is not there."""
    if not all(installed(step) for step in needed):
        print(f"  {name} not installed; left out")
        return None
    path = os.path.join(WORK, f"{name}.js" if command[0] == "node" else f"{name}.py")
    with open(path, "w", encoding="utf-8") as file:
        file.write(script)
    done = subprocess.run([*command, path, TEXT], capture_output=True, text=True, cwd=WORK)
    try:
        return float(done.stdout.strip().split("\n")[-1])
    except ValueError:
        print(f"  {name} failed: {done.stderr.strip()[-200:]}")
        return None


size = os.path.getsize(TEXT) / 1e6
rectify = os.path.abspath("target/release/rectify")
ours = cpu([rectify, "check", "--format", "json", TEXT])
print(f"checking {size:.2f} MB of text, whole process: rectify {ours * 1000:.0f} ms CPU, {size / ours:.1f} MB/s")
pip = [PYTHON, "-m", "pip", "install", "-q"]
others = []
if python_tools():
    others.append(("autocorrect", [PYTHON], AUTOCORRECT, [[*pip, "autocorrect-py==2.14.0"]]))
    needs = ["jieba", "pypinyin", "six", "loguru", "numpy", "pyahocorasick"]
    steps = [[*pip, "--no-deps", "pycorrector==1.1.4"], [*pip, *needs]]
    others.append(("pycorrector", [PYTHON], PYCORRECTOR, steps))
if shutil.which("npm"):
    others.append(("zhlint", ["node"], ZHLINT, [["npm", "install", "--silent", "--no-save", "zhlint@0.8.2"]]))
for name, command, script, needed in others:
    theirs = seconds(name, command, script, needed)
    if theirs is not None:
        print(f"  {name} {theirs * 1000:.0f} ms CPU (without its start), {size / theirs:.2f} MB/s, ratio {theirs / ours:.1f}")
page = cpu([rectify, "check", "--format", "json", DOCX])
print(f"docx of 60 pages, whole process: {page * 1000:.0f} ms CPU (goal 150)")
