"""The teacher: MiniLM (6 layers, 384 wide) with a token classifier over BIO labels of six kinds, read at each word's first piece."""
import json
import random

import torch
from torch import nn
from transformers import AutoModel

KINDS = ['Method', 'Task', 'Dataset', 'Metric', 'Model', 'Term']
LABELS = ['O'] + [f'{p}-{k}' for k in KINDS for p in 'BI']
LABEL_ID = {label: i for i, label in enumerate(LABELS)}
# What TDMSci doesn't mark may be anything but a Task, Dataset or Metric.
OPEN = [LABEL_ID[label] for label in LABELS if label == 'O' or label.split('-')[1] in ('Method', 'Model', 'Term')]
CLS, SEP = 101, 102
MAX_PIECES = 448


def read(path, limit=None):
    documents = []
    with open(path) as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                break
            documents.append(json.loads(line))
    return documents


def encode(document):
    """Pieces of a whole document, the place of each word's first piece, and a 0/1 row of allowed labels for each word."""
    chunks, pieces, firsts, allowed, words = [], [CLS], [], [], []
    for s, sentence in enumerate(document['sentences']):
        size = sum(len(p) for p in sentence['pieces'])
        if len(pieces) + size + 1 > MAX_PIECES and firsts:
            chunks.append((pieces + [SEP], firsts, allowed, words))
            pieces, firsts, allowed, words = [CLS], [], [], []
        labels = sentence.get('labels')
        for w, ids in enumerate(sentence['pieces']):
            if len(pieces) + len(ids) + 1 > MAX_PIECES:
                break
            firsts.append(len(pieces))
            words.append((s, w))
            pieces = pieces + ids
            row = [0.0] * len(LABELS)
            if labels is None or labels[w] == '?O':
                for label in OPEN:
                    row[label] = 1.0
            else:
                row[LABEL_ID[labels[w]]] = 1.0
            allowed.append(row)
    if firsts:
        chunks.append((pieces + [SEP], firsts, allowed, words))
    return chunks


class Tagger(nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, local_files_only=True, attn_implementation='eager')
        self.encoder.pooler = None
        self.drop = nn.Dropout(0.1)
        self.classify = nn.Linear(self.encoder.config.hidden_size, len(LABELS))

    def forward(self, input_ids, attention_mask):
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        return self.classify(self.drop(hidden))


def collate(chunks):
    length = max(len(c[0]) for c in chunks)
    ids = torch.zeros(len(chunks), length, dtype=torch.long)
    mask = torch.zeros(len(chunks), length, dtype=torch.long)
    for i, (pieces, *_rest) in enumerate(chunks):
        ids[i, : len(pieces)] = torch.tensor(pieces)
        mask[i, : len(pieces)] = 1
    return ids, mask


def batches(chunks, size, rng=None):
    """Chunks of like length together, so that little is padded."""
    order = sorted(chunks, key=lambda c: len(c[0]) + (rng.random() * 24 if rng else 0))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    if rng:
        rng.shuffle(groups)
    return groups


# Which label may follow which: I-X only after B-X or I-X.
FOLLOWS = torch.tensor(
    [[0.0 if not b.startswith('I') or a[2:] == b[2:] and a != 'O' else -1e4 for b in LABELS] for a in LABELS]
)
STARTS = torch.tensor([-1e4 if label.startswith('I') else 0.0 for label in LABELS])


def viterbi(scores, breaks):
    """Best valid labels of one document; `breaks`: word numbers where a sentence starts."""
    path, best = [], None
    for i, row in enumerate(scores):
        if i in breaks or best is None:
            best = row + STARTS + (0 if best is None else best.max())
            path.append(None if i == 0 else int(torch.argmax(previous)))
        else:
            total = best[:, None] + FOLLOWS
            best_from = total.argmax(0)
            best = total.max(0).values + row
            path.append(best_from)
        previous = best
    label = int(best.argmax())
    labels = [label]
    for i in range(len(path) - 1, 0, -1):
        step = path[i]
        label = step if isinstance(step, int) else int(step[label])
        labels.append(label)
    return labels[::-1]


@torch.no_grad()
def predict(model, documents, size=16):
    """Label names and the probability of each, per document, sentence and word."""
    model.eval()
    chunks = [(d, c) for d, document in enumerate(documents) for c in encode(document)]
    keyed = [(c[0], c[1], c[2], c[3], d) for d, c in chunks]
    out = [[['O'] * len(s['words']) for s in document['sentences']] for document in documents]
    sure = [[[1.0] * len(s['words']) for s in document['sentences']] for document in documents]
    for group in batches(keyed, size):
        ids, mask = collate(group)
        logits = model(ids, mask)
        for i, (_pieces, firsts, _allowed, words, d) in enumerate(group):
            scores = torch.log_softmax(logits[i, firsts], -1)
            breaks = {n for n, (s, w) in enumerate(words) if w == 0}
            for n, label in enumerate(viterbi(scores, breaks)):
                s, w = words[n]
                out[d][s][w] = LABELS[label]
                sure[d][s][w] = float(scores[n, label].exp())
    return out, sure


def spans(labels):
    found, start = set(), None
    for i, label in enumerate(list(labels) + ['O']):
        if start is not None and not label.startswith('I'):
            found.add((start, i, labels[start][2:]))
            start = None
        if label.startswith('B'):
            start = i
    return found


def score(documents, predicted):
    """Exact and typed F1 over word spans."""
    hit = typed = said = marked = 0
    for document, rows in zip(documents, predicted):
        for sentence, row in zip(document['sentences'], rows):
            gold, got = spans(sentence['labels']), spans(row)
            typed += len(gold & got)
            hit += len({g[:2] for g in gold} & {g[:2] for g in got})
            said += len(got)
            marked += len(gold)
    f1 = lambda n: 200 * n / max(1, said + marked)
    return f1(hit), f1(typed), 100 * hit / max(1, said), 100 * hit / max(1, marked)


def seed_all(seed):
    random.seed(seed)
    torch.manual_seed(seed)
    return random.Random(seed)
