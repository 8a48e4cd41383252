"""Writing documents: ours beside docxtpl, openpyxl and LibreOffice on the same content, wall-clock seconds of a call.

Usage: documents.py FOLDER — the folder that `compose --files FOLDER` wrote, with content.json beside our files.
"""

import json
import os
import shutil
import subprocess
import sys
import time

FOLDER = sys.argv[1]
ROUNDS = 3


def best(call):
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


def said(what, theirs, ours):
    print(f"  {what} {theirs * 1000:.0f} ms, ratio {theirs / ours:.1f}")


def docxtpl(rows, ours):
    """The same table from a Word template with a loop over its rows."""
    from docx import Document
    from docxtpl import DocxTemplate

    template = os.path.join(FOLDER, "template.docx")
    columns = len(rows[0])
    source = Document()
    table = source.add_table(rows=3, cols=columns)
    table.cell(0, 0).text = "{%tr for row in rows %}"
    for column in range(columns):
        table.cell(1, column).text = "{{ row[%d] }}" % column
    table.cell(2, 0).text = "{%tr endfor %}"
    source.save(template)

    def call():
        document = DocxTemplate(template)
        document.render({"rows": rows}, autoescape=True)
        document.save(os.path.join(FOLDER, "docxtpl.docx"))

    said("docxtpl", best(call), ours)


def openpyxl(rows, ours):
    from openpyxl import Workbook

    def call():
        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
        book.save(os.path.join(FOLDER, "openpyxl.xlsx"))

    said("openpyxl (write only)", best(call), ours)


def libreoffice(ours):
    source = os.path.join(FOLDER, "report.docx")
    profile = "-env:UserInstallation=file://" + os.path.abspath(os.path.join(FOLDER, "profile"))
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", os.path.join(FOLDER, "lo"), source]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)

    def call():
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)

    said("LibreOffice, whole process", best(call), ours)


with open(os.path.join(FOLDER, "content.json"), encoding="utf-8") as file:
    content = json.load(file)
for what, ours, compare in [
    ("docx of a ledger", content["docx"], lambda ours: docxtpl(content["ledger"], ours)),
    ("xlsx of 10,000 rows", content["xlsx"], lambda ours: openpyxl(content["rows"], ours)),
    ("PDF of a report", content["pdf"], libreoffice),
]:
    print(f"{what}: {ours * 1000:.0f} ms")
    if what.startswith("PDF") and not shutil.which("soffice"):
        print("  LibreOffice is not installed; left out")
        continue
    try:
        compare(ours)
    except ImportError as missing:
        print(f"  {missing.name} is not installed; left out")
