"""Step 5: trains the linear-chain CRF on marks and on what the teachers marked, prunes it, and packs it for the extractor.

python train_crf.py --data FOLDER --train marks,pseudo --repeat 3,1 --out MODEL.bin.gz [--c1 0.1] [--c2 0.01] [--limit N]
"""
import argparse
import gzip
import json
import time

import numpy as np
import pycrfsuite
from tagger import LABELS, spans

args = argparse.ArgumentParser()
args.add_argument('--data', required=True)
args.add_argument('--train', default='marks,pseudo')
args.add_argument('--repeat', default='2,1', help='how often each set counts')
args.add_argument('--dev', default='dev')
args.add_argument('--out', required=True)
args.add_argument('--c1', type=float, default=0.3)
args.add_argument('--c2', type=float, default=0.05)
args.add_argument('--minfreq', type=int, default=2)
args.add_argument('--iterations', type=int, default=80)
args.add_argument('--limit', type=int, default=None, help='sentences of the last set')
args.add_argument('--prune', type=float, default=0.04)
args.add_argument('--folds', default='', help='K/N: leave the K-th of N parts of the first set out, and report on it')
args = args.parse_args()


def sequences(name, limit=None):
    data = open(f'{args.data}/{name}.bin', 'rb').read()
    at = count = 0
    while at < len(data) and (limit is None or count < limit):
        words = int.from_bytes(data[at : at + 2], 'little')
        at += 2
        x, y = [], []
        for _ in range(words):
            label, n = data[at], data[at + 1]
            at += 2
            x.append([f'{v:x}' for v in np.frombuffer(data, dtype='<u4', count=n, offset=at)])
            y.append(LABELS[label])
            at += 4 * n
        count += 1
        yield x, y


def f1(tagger, items):
    hit = typed = said = marked = 0
    for x, y in items:
        gold, got = spans(y), spans(tagger.tag(x))
        typed += len(gold & got)
        hit += len({g[:2] for g in gold} & {g[:2] for g in got})
        said += len(got)
        marked += len(gold)
    return 200 * hit / (said + marked), 200 * typed / (said + marked), 100 * hit / said, 100 * hit / marked


started = time.process_time()
trainer = pycrfsuite.Trainer(verbose=False)
held = []
names = args.train.split(',')
for name, times in zip(names, args.repeat.split(',')):
    for number, (x, y) in enumerate(sequences(name, args.limit if name == names[-1] else None)):
        if args.folds and name == names[0]:
            fold, parts = map(int, args.folds.split('/'))
            if number // 50 % parts == fold:
                held.append((x, y))
                continue
        for _ in range(int(times)):
            trainer.append(x, y)
trainer.set_params({'c1': args.c1, 'c2': args.c2, 'max_iterations': args.iterations, 'feature.minfreq': args.minfreq, 'feature.possible_transitions': True})
trainer.train(args.out + '.crfsuite')
tagger = pycrfsuite.Tagger()
tagger.open(args.out + '.crfsuite')
report = {'dev': f1(tagger, sequences(args.dev))}
if held:
    report['held'] = f1(tagger, held)
print({k: [round(v, 1) for v in row] for k, row in report.items()}, f'{time.process_time() - started:.0f} CPU s', flush=True)

info = tagger.info()
step = max(abs(w) for w in info.state_features.values()) / 127
step = min(step, 6 / 127)
rows = {}
for (feature, label), weight in info.state_features.items():
    if abs(weight) < args.prune:
        continue
    row = rows.setdefault(int(feature, 16), np.zeros(len(LABELS), dtype=np.int8))
    row[LABELS.index(label)] = np.clip(round(weight / step), -127, 127)
rows = {h: row for h, row in rows.items() if row.any()}
hashes = sorted(rows)
clusters = json.load(open(f'{args.data}/clusters.json'))
transitions = [[0.0] * len(LABELS) for _ in LABELS]
for i, a in enumerate(LABELS):
    for j, b in enumerate(LABELS):
        broken = b.startswith('I') and a[2:] != b[2:]
        transitions[i][j] = -50.0 if broken else round(info.transitions.get((a, b), 0.0), 4)
header = {'format': 'lacuna-crf-1', 'labels': LABELS, 'transitions': transitions, 'features': len(hashes), 'step': step, **clusters}
body = bytearray()
last = 0
for value in hashes:
    difference = value - last
    last = value
    while difference > 127:
        body.append(difference & 127 | 128)
        difference >>= 7
    body.append(difference)
matrix = np.stack([rows[h] for h in hashes])
packed = b'lacuna-crf-1\n' + json.dumps(header, ensure_ascii=False, separators=(',', ':')).encode() + b'\0' + bytes(body) + matrix.T.tobytes()
open(args.out, 'wb').write(gzip.compress(packed, 9, mtime=0))
json.dump(report, open(args.out + '.json', 'w'))
print(f'{len(hashes)} features, {int((matrix != 0).sum())} weights, step {step:.4f}, {len(gzip.compress(packed, 9)) / 1e6:.2f} MB gzipped')
