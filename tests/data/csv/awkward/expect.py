#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes expected.json: what Python's csv module and pandas (C engine) make of the files in this folder.

    /usr/bin/python3 expect.py        needs pandas; the versions used stand in the result

Records are lists of texts, the first record included; null is a cell that pandas fills in; an error is its first line.
"""
import csv
import io
import json
import pathlib
import sys

import pandas

DELIMITERS = {".csv": ",", ".tsv": "\t", ".ssv": ";", ".psv": "|"}


def by_csv(data, delimiter):
    # As the documentation of the module asks: newline="" leaves line ends to it; utf-8-sig takes a byte-order mark off.
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    try:
        return {"rows": list(csv.reader(text, delimiter=delimiter))}
    except csv.Error as error:
        return {"error": str(error).splitlines()[0]}


def by_pandas(data, delimiter):
    try:
        frame = pandas.read_csv(
            io.BytesIO(data), sep=delimiter, header=None, dtype=str, keep_default_na=False, encoding="utf-8", engine="c"
        )
    except (pandas.errors.ParserError, pandas.errors.EmptyDataError, UnicodeError) as error:
        return {"error": str(error).splitlines()[0]}
    return {"rows": [[None if cell != cell else cell for cell in row] for row in frame.values.tolist()]}


def main():
    folder = pathlib.Path(__file__).parent
    csv.field_size_limit(1 << 24)
    files = {}
    for path in sorted(folder.iterdir()):
        if path.suffix in DELIMITERS:
            data = path.read_bytes()
            delimiter = DELIMITERS[path.suffix]
            files[path.name] = {"csv": by_csv(data, delimiter), "pandas": by_pandas(data, delimiter)}
    result = {"python": sys.version.split()[0], "pandas": pandas.__version__, "files": files}
    text = json.dumps(result, ensure_ascii=False, indent=1)
    (folder / "expected.json").write_text(text + "\n", encoding="utf-8")
    print(len(files), "files")


main()
