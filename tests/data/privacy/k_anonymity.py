#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers of tst_privacy_report, by pandas: k-anonymity and distinct l-diversity of a made-up log (the same rule as
madePeople() in the test). Prints k, l, groups, rows and users below 5 for each choice of quasi-identifiers."""
import pandas as pd

rows = []
for i in range(900):
    rows.append((f"u{i * 7919 % 613}" if i % 37 else None, f"p{i * 31 % 97}", f"2024-0{1 + i * 13 % 4}-{1 + i * 17 % 28:02}",
                 (i * 101 % 900) / 10 if i % 11 else None, ["DE", "FR", "UK", "CN", ""][i * 7 % 23 % 5], f"d{i * i % 7}"))
frame = pd.DataFrame(rows, columns=["user", "item", "time", "price", "country", "disease"])
frame["month"] = frame["time"].str[:7]
frame["tens"] = (frame["price"] // 10) * 10
frame["letter"] = frame["country"].where(frame["country"] != "").str[:1]
frame["disease"] = frame["disease"].where(frame["disease"] != "d0")
frame["country"] = frame["country"].where(frame["country"] != "")
for columns in (["month"], ["month", "country"], ["month", "tens"], ["letter", "tens"], ["month", "country", "tens"]):
    groups = frame.groupby(columns, dropna=False)
    users, size, distinct = groups["user"].nunique(), groups.size(), groups["disease"].nunique()
    number = groups.ngroup()
    small_numbers = {g for g, part in frame.groupby(number) if 0 < part["user"].nunique() < 5}
    below = frame[number.isin(small_numbers)]
    print(columns, "groups", len(size), "rows", size.sum(), "users", frame["user"].nunique(), "k", users[users > 0].min(),
          "min_rows", size.min(), "l", distinct.min(), "rows_below", len(below), "users_below", below["user"].nunique())
