# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes bag_steps.json and mini_steps.json: a few training steps of tiny models, computed with PyTorch.

    /usr/bin/python3 make_reference.py        (Debian: python3-torch; PyTorch 1.13.1 was used)

The networks are written down again here with torch.nn.functional, the losses follow core/strategies/loss.h and
the optimiser is torch.optim.AdamW itself, so nothing is shared with the engine that is tested against the numbers.
"""
import json
import math
import pathlib

import torch
import torch.nn.functional as F

HERE = pathlib.Path(__file__).parent


def loss_of(logits, labels, terms):
    rows = torch.arange(len(labels))
    z = logits.clone()
    if terms["margin"]:
        margin = torch.zeros_like(z)
        margin[rows, labels] = torch.tensor(terms["margin"])[labels]
        z = z - margin
    z = terms["scale"] * z
    if terms["shift"]:
        z = z + torch.tensor(terms["shift"])
    p = F.softmax(z, dim=1)[rows, labels]
    each = (1 - p) ** terms["gamma"] * -torch.log(p)
    weight = torch.tensor(terms["weight"])[labels] if terms["weight"] else torch.ones(len(labels))
    return (weight * each).sum() / weight.sum()


def bag_forward(w, rows):
    pooled = torch.stack([w["embedding.weight"][row].sum(0) / math.sqrt(len(row)) for row in rows])
    return F.linear(pooled, w["head.weight"], w["head.bias"])


def mini_row(w, row, layers, heads):
    """One row alone, without padding: what padding and masks in a batch must not change."""
    x = w["embedding.tokens.weight"][row] + w["embedding.positions.weight"][: len(row)]
    width = x.shape[1]
    each = width // heads
    for i in range(layers):
        g = lambda name: w[f"layers.{i}.{name}"]
        y = F.layer_norm(x, (width,), g("norm1.weight"), g("norm1.bias"), 1e-5)
        q, k, v = F.linear(y, g("attention.qkv.weight"), g("attention.qkv.bias")).chunk(3, dim=1)
        heads_out = []
        for h in range(heads):
            part = slice(h * each, (h + 1) * each)
            weights = F.softmax(q[:, part] @ k[:, part].T / math.sqrt(each), dim=1)
            heads_out.append(weights @ v[:, part])
        x = x + F.linear(torch.cat(heads_out, 1), g("attention.out.weight"), g("attention.out.bias"))
        y = F.layer_norm(x, (width,), g("norm2.weight"), g("norm2.bias"), 1e-5)
        y = F.gelu(F.linear(y, g("feed_forward.up.weight"), g("feed_forward.up.bias")))
        x = x + F.linear(y, g("feed_forward.down.weight"), g("feed_forward.down.bias"))
    return F.layer_norm(x, (width,), w["norm.weight"], w["norm.bias"], 1e-5).mean(0)


def mini_forward(w, rows, layers=2, heads=2):
    pooled = torch.stack([mini_row(w, row, layers, heads) for row in rows])
    return F.linear(pooled, w["head.weight"], w["head.bias"])


def flat(tensors):
    return [
        {"name": n, "shape": list(t.shape), "values": [float(x) for x in t.detach().flatten()]}
        for n, t in tensors.items()
    ]


PLAIN = {"weight": [], "shift": [], "margin": [], "scale": 1.0, "gamma": 0.0}
RICH = {"weight": [0.5, 1.0, 3.0], "shift": [1.2, 0.1, -0.9], "margin": [0.1, 0.2, 0.4], "scale": 1.5, "gamma": 2.0}


def make(name, model, architecture, shapes, forward, batches, options):
    generator = torch.Generator().manual_seed(7)
    weights = {n: (torch.randn(s, generator=generator) * 0.4).requires_grad_() for n, s in shapes.items()}
    start = flat(weights)
    is_plain = lambda n: n.endswith("bias") or "norm" in n
    optimizer = torch.optim.AdamW(
        [
            {"params": [t for n, t in weights.items() if not is_plain(n)], "weight_decay": options["weight_decay"]},
            {"params": [t for n, t in weights.items() if is_plain(n)], "weight_decay": 0.0},
        ]
    )
    steps = []
    for step, (rows, labels) in enumerate(batches):
        terms = RICH if step % 2 else PLAIN
        rate = [0.01, 0.02, 0.005, 0.01][step]
        for group in optimizer.param_groups:
            group["lr"] = rate
        optimizer.zero_grad()
        logits = forward(weights, rows)
        loss = loss_of(logits, torch.tensor(labels), terms)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(weights.values(), options["clip_norm"])
        optimizer.step()
        steps.append(
            {
                "rows": rows,
                "labels": labels,
                "terms": terms,
                "learning_rate": rate,
                "logits": [float(x) for x in logits.flatten()],
                "loss": float(loss),
                "gradient_norm": float(norm),
            }
        )
    result = {
        "source": f"PyTorch {torch.__version__}, make_reference.py",
        "model": model,
        "architecture": architecture,
        "weight_decay": options["weight_decay"],
        "clip_norm": options["clip_norm"],
        "start": start,
        "steps": steps,
        "end": flat(weights),
    }
    (HERE / name).write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def bag():
    # Every batch uses every row of the table: the engine moves only rows that a batch uses, torch.optim.AdamW moves all.
    batches = [
        ([[0, 1, 2, 3], [4, 5, 5], [6, 7, 0, 1, 2]], [0, 1, 2]),
        ([[7, 6, 5], [4, 3], [2, 1, 0]], [2, 2, 0]),
        ([[0, 2, 4, 6], [1, 3, 5, 7]], [1, 0]),
        ([[0, 1, 2, 3, 4, 5, 6, 7, 7]], [2]),
    ]
    architecture = {"vocabulary": 8, "dimension": 4, "classes": 3, "dropout": 0.0, "token_dropout": 0.0}
    shapes = {"embedding.weight": (8, 4), "head.weight": (3, 4), "head.bias": (3,)}
    make("bag_steps.json", "bag", architecture, shapes, bag_forward, batches, {"weight_decay": 0.1, "clip_norm": 0.5})


def mini():
    batches = [
        ([[1, 2, 3], [4, 5, 6, 7, 1], [2]], [0, 1, 2]),
        ([[7, 6, 5], [4, 3, 3, 3], [2, 1]], [2, 2, 0]),
        ([[1, 2, 4, 6], [1]], [1, 0]),
        ([[3, 1, 2, 3, 4, 5]], [2]),
    ]
    architecture = {"vocabulary": 8, "width": 8, "layers": 2, "heads": 2, "feed_forward": 12, "max_length": 6,
                    "classes": 3, "dropout": 0.0, "token_dropout": 0.0, "pad": 0}
    shapes = {"embedding.tokens.weight": (8, 8), "embedding.positions.weight": (6, 8)}
    for i in range(2):
        p = f"layers.{i}."
        shapes |= {p + "norm1.weight": (8,), p + "norm1.bias": (8,), p + "attention.qkv.weight": (24, 8),
                   p + "attention.qkv.bias": (24,), p + "attention.out.weight": (8, 8), p + "attention.out.bias": (8,),
                   p + "norm2.weight": (8,), p + "norm2.bias": (8,), p + "feed_forward.up.weight": (12, 8),
                   p + "feed_forward.up.bias": (12,), p + "feed_forward.down.weight": (8, 12),
                   p + "feed_forward.down.bias": (8,)}
    shapes |= {"norm.weight": (8,), "norm.bias": (8,), "head.weight": (3, 8), "head.bias": (3,)}
    make("mini_steps.json", "mini", architecture, shapes, mini_forward, batches,
         {"weight_decay": 0.1, "clip_norm": 0.5})


bag()
mini()
