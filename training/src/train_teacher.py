"""Step 2: fine-tunes the teacher on the marks (and TDMSci) and reports on the dev set after each epoch.

python train_teacher.py --model FOLDER --data FOLDER --out FILE.pt [--epochs 14] [--seed 1] [--tdmsci 0.5] [--documents N]
"""
import argparse
import json
import time

import torch
from tagger import LABELS, Tagger, batches, collate, encode, predict, read, score, seed_all

args = argparse.ArgumentParser()
args.add_argument('--model', required=True)
args.add_argument('--data', required=True)
args.add_argument('--out', required=True)
args.add_argument('--epochs', type=int, default=14)
args.add_argument('--seed', type=int, default=1)
args.add_argument('--rate', type=float, default=2e-4)
args.add_argument('--tdmsci', type=float, default=0.0, help='weight of a TDMSci word against one of a mark')
args.add_argument('--documents', type=int, default=None, help='train on the first so many marked documents only')
args.add_argument('--init', default=None, help='a teacher to go on from')
args.add_argument('--threads', type=int, default=2)
args = args.parse_args()
torch.set_num_threads(args.threads)
rng = seed_all(args.seed)

documents = read(f'{args.data}/marks.jsonl')
documents = documents[: args.documents]
dev = read(f'{args.data}/dev.jsonl')
train = [(*c, 1.0) for d in documents for c in encode(d)]
if args.tdmsci:
    train += [(*c, args.tdmsci) for d in read(f'{args.data}/tdmsci.jsonl') for c in encode(d)]
model = Tagger(args.model)
if args.init:
    model.load_state_dict(torch.load(args.init, weights_only=False)['state'])
model.encoder.embeddings.requires_grad_(False)
decay, plain = [], []
for name, p in model.named_parameters():
    if p.requires_grad:
        (plain if p.ndim == 1 or name.startswith('classify') else decay).append(p)
optimiser = torch.optim.AdamW([{'params': decay, 'weight_decay': 0.01}, {'params': plain, 'weight_decay': 0}], lr=args.rate)
size = 8
steps = args.epochs * ((len(train) + size - 1) // size)
schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, (s + 1) / (0.1 * steps)) * max(0.0, 1 - s / steps))
started, log = time.process_time(), []
for epoch in range(args.epochs):
    model.train()
    total = 0.0
    for group in batches(train, size, rng):
        ids, mask = collate(group)
        with torch.autocast('cpu', dtype=torch.bfloat16):
            logits = model(ids, mask)
        logits = torch.log_softmax(logits.float(), -1)
        losses, weights = [], 0.0
        for i, (_p, firsts, allowed, _w, weight) in enumerate(group):
            allow = torch.tensor(allowed)
            # The probability of all that the mark allows: one label, or, where TDMSci is silent, several.
            right = torch.logsumexp(logits[i, firsts] + torch.log(allow + 1e-9), -1)
            losses.append(-weight * right.sum())
            weights += weight * len(firsts)
        loss = torch.stack(losses).sum() / weights
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        total += float(loss.detach())
    if epoch % 2 == 1 or epoch >= args.epochs - 1:
        figures = score(dev, predict(model, dev)[0])
        log.append({'epoch': epoch + 1, 'exact': figures[0], 'typed': figures[1]})
        print(f'epoch {epoch + 1}: loss {total:.1f}, dev exact {figures[0]:.1f}, typed {figures[1]:.1f}, P {figures[2]:.1f} R {figures[3]:.1f}, {time.process_time() - started:.0f} CPU s', flush=True)
torch.save({'state': model.state_dict(), 'labels': LABELS, 'log': log, 'args': vars(args), 'documents': len(documents)}, args.out)
json.dump(log, open(args.out + '.json', 'w'))
