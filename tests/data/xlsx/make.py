#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes openpyxl.xlsx, the workbook of another program that tst_xlsx reads (Debian: python3-openpyxl)."""
import datetime
import pathlib

import openpyxl

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Data"
sheet.append(["id", "title", "price", "sold", "day", "time", "code", "flag", "formula"])
sheet.append([1, 'Red mug, "large"', 4.15, datetime.datetime(2011, 12, 9, 12, 50), datetime.date(2011, 12, 9),
              datetime.time(12, 50), 42, True, "=C2*2"])
sheet.append([2, "红色杯子\n第二行", 0.1, datetime.datetime(1970, 1, 1), datetime.date(1900, 3, 1), datetime.time(0, 0, 1),
              12345, False, "=C3*2"])
sheet["G2"].number_format = sheet["G3"].number_format = "00000"
sheet["A5"], sheet["B5"], sheet["C5"] = 3, "merged", -3
sheet["A6"], sheet["C6"], sheet["D6"] = 4, 1e30, datetime.datetime(2038, 1, 19, 3, 14, 8)
sheet.merge_cells("B5:B6")
second = book.create_sheet("第二")
second.append(["a", "b", "c"])
second["A2"], second["C2"] = "x", "z"
book.save(pathlib.Path(__file__).with_name("openpyxl.xlsx"))
