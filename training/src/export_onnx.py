"""Step 6: the teacher as ONNX with int8 weights (dynamic quantisation, per channel).

python export_onnx.py --model FOLDER --teacher A.pt --out neural.onnx
"""
import argparse
import os

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tagger import Tagger

args = argparse.ArgumentParser()
args.add_argument('--model', required=True)
args.add_argument('--teacher', required=True)
args.add_argument('--out', required=True)
args = args.parse_args()
model = Tagger(args.model)
model.load_state_dict(torch.load(args.teacher, weights_only=False)['state'])
model.eval()
ids = torch.randint(1000, 2000, (2, 16))
mask = torch.ones_like(ids)
mask[1, 10:] = 0
plain = args.out + '.float'
torch.onnx.export(
    model, (ids, mask), plain, input_names=['input_ids', 'attention_mask'], output_names=['logits'], opset_version=17, dynamo=False,
    dynamic_axes={'input_ids': {0: 'batch', 1: 'length'}, 'attention_mask': {0: 'batch', 1: 'length'}, 'logits': {0: 'batch', 1: 'length'}},
)
quantize_dynamic(plain, args.out, per_channel=True, reduce_range=False, weight_type=QuantType.QInt8)
print(f'{os.path.getsize(args.out) / 1e6:.1f} MB')
os.remove(plain)
