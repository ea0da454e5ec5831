#!/usr/bin/env python3
"""Agreement of the two readers: F1 of exact spans, and of spans with kind, over the documents that both marked.

    python3 training/agreement.py
"""
import glob
import json
import os

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "marks")


def spans(path):
    with open(path, encoding="utf8") as lines:
        return {d["id"]: {(a, b): kind for a, b, kind in d["entities"]} for d in map(json.loads, lines)}


first = {}
for path in sorted(glob.glob(os.path.join(HERE, "batch-*.jsonl"))):
    first.update(spans(path))
second = spans(os.path.join(HERE, "second-reader.jsonl"))
both = [i for i in second if i in first]
same = sum(len(first[i].keys() & second[i].keys()) for i in both)
kinds = sum(first[i][s] == second[i][s] for i in both for s in first[i].keys() & second[i].keys())
total = sum(len(first[i]) + len(second[i]) for i in both)
print(f"{len(first)} documents, {sum(map(len, first.values()))} spans; {len(both)} read twice:")
print(f"exact {200 * same / total:.1f} F1, with kind {200 * kinds / total:.1f} F1")
