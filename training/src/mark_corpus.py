"""Step 3: the teachers mark unmarked abstracts, and the words of the corpus are put into clusters by what the teachers see in them.

python mark_corpus.py --model FOLDER --data FOLDER --teachers A.pt,B.pt --count 5000 --seed 1
Writes DATA/pseudo.jsonl (words with labels) and DATA/clusters.json.
"""
import argparse
import json
import random
import time
from collections import defaultdict

import numpy as np
import torch
from tagger import LABELS, Tagger, batches, collate, encode, read, viterbi

args = argparse.ArgumentParser()
args.add_argument('--model', required=True)
args.add_argument('--data', required=True)
args.add_argument('--teachers', required=True)
args.add_argument('--count', type=int, default=5000)
args.add_argument('--seed', type=int, default=1)
args.add_argument('--fine', type=int, default=768)
args.add_argument('--coarse', type=int, default=96)
args.add_argument('--out', default='pseudo.jsonl')
args = args.parse_args()
torch.set_num_threads(2)

models = []
for path in args.teachers.split(','):
    model = Tagger(args.model)
    model.load_state_dict(torch.load(path, weights_only=False)['state'])
    models.append(model.eval())

rng = random.Random(args.seed)
corpus = read(f'{args.data}/corpus.jsonl')
rng.shuffle(corpus)
# Half of them evenly over the years, since recent venues outnumber the early ones by far.
by_year = defaultdict(list)
for document in corpus:
    year = ''.join(c for c in document['id'].split('/')[0] if c.isdigit())
    by_year[year].append(document)
even = [d for row in __import__('itertools').zip_longest(*by_year.values()) for d in row if d][: args.count // 2]
chosen = {d['id']: d for d in even}
for document in corpus:
    if len(chosen) >= args.count:
        break
    chosen.setdefault(document['id'], document)
documents = list(chosen.values())

started = time.process_time()
labels = [[['O'] * len(s['words']) for s in d['sentences']] for d in documents]
sums, seen = {}, defaultdict(int)
chunks = [(*c, d) for d, document in enumerate(documents) for c in encode(document)]
with torch.no_grad(), torch.autocast('cpu', dtype=torch.bfloat16):
    for number, group in enumerate(batches(chunks, 16)):
        ids, mask = collate(group)
        logits, hidden = 0, None
        for model in models:
            states = model.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
            logits = logits + torch.log_softmax(model.classify(states).float(), -1)
            hidden = states if hidden is None else hidden
        for i, (_p, firsts, _a, words, d) in enumerate(group):
            breaks = {n for n, (s, w) in enumerate(words) if w == 0}
            for n, label in enumerate(viterbi(logits[i, firsts] / len(models), breaks)):
                s, w = words[n]
                labels[d][s][w] = LABELS[label]
            vectors = hidden[i, firsts].float().numpy()
            for n, (s, w) in enumerate(words):
                word = documents[d]['sentences'][s]['words'][w].lower()
                seen[word] += 1
                if word in sums:
                    sums[word] += vectors[n]
                else:
                    sums[word] = vectors[n].copy()
        if number % 50 == 0:
            print(f'{number * 16} chunks of {len(chunks)}, {time.process_time() - started:.0f} CPU s', flush=True)
with open(f'{args.data}/{args.out}', 'w') as out:
    for document, rows in zip(documents, labels):
        out.write(json.dumps({'id': document['id'], 'sentences': [{'labels': row} for row in rows]}) + '\n')

# Spherical k-means on the mean vectors of words seen at least four times; coarse clusters are clusters of the fine ones.
words = sorted(w for w in sums if seen[w] >= 4 and any(c.isalpha() for c in w))
vectors = np.stack([sums[w] / seen[w] for w in words]).astype(np.float32)
vectors -= vectors.mean(0)
vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9


def kmeans(points, k, seed, rounds=15):
    random_state = np.random.default_rng(seed)
    centres = points[random_state.choice(len(points), k, replace=False)]
    for _ in range(rounds):
        own = np.concatenate([(points[i : i + 4096] @ centres.T).argmax(1) for i in range(0, len(points), 4096)])
        for c in range(k):
            members = points[own == c]
            centres[c] = members.sum(0) if len(members) else points[random_state.integers(len(points))]
        centres /= np.linalg.norm(centres, axis=1, keepdims=True) + 1e-9
    return own, centres


own, centres = kmeans(vectors, args.fine, args.seed)
coarse, _ = kmeans(centres, args.coarse, args.seed)
clusters = [[] for _ in range(args.fine)]
for word, cluster in zip(words, own):
    clusters[cluster].append(word)
json.dump({'clusters': clusters, 'coarseOf': [int(c) for c in coarse]}, open(f'{args.data}/clusters.json', 'w'))
print(f'{len(documents)} abstracts marked, {len(words)} words in {args.fine} clusters, {time.process_time() - started:.0f} CPU s')
