"""CPU seconds of whole processes on the same file, and the ratios to ours."""

import os
import resource
import shutil
import subprocess
import sys

WORK, REPORT = sys.argv[1], sys.argv[2]
ROUNDS = 5


def cpu(command):
    """Best CPU time of five runs, in seconds."""
    best = None
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        best = used if best is None else min(best, used)
    return best


docx = os.path.join(WORK, "big.docx")
ours = cpu(["target/release/rectify", "parse", "--format", "json", docx])
print(f"docx of 1 MB of text, whole process: rectify {ours * 1000:.0f} ms CPU")
if shutil.which("pandoc"):
    theirs = cpu(["pandoc", docx, "-t", "json"])
    print(f"  pandoc {theirs * 1000:.0f} ms, ratio {theirs / ours:.1f}")
if os.path.exists(".run/venv/bin/markitdown"):
    theirs = cpu([".run/venv/bin/markitdown", docx])
    print(f"  markitdown {theirs * 1000:.0f} ms, ratio {theirs / ours:.1f}")
one = cpu(["target/release/rectify", "parse", "--format", "json", REPORT])
print(f"one report, whole process: {one * 1000:.1f} ms CPU")
