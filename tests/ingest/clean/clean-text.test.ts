import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../ingest/clean/clean-text.ts';
import { toRaw } from '../../../ingest/clean/offset-map.ts';

const clean = (raw: string): string => cleanText(raw).text;

const table = (rows: [raw: string, text: string][]): void => {
  it.each(rows)('%j', (raw, text) => expect(clean(raw)).toBe(text));
};

describe('LaTeX', () => {
  table([
    ['we call it \\emph{cross \\textbf{bold} tuning} here', 'we call it cross bold tuning here'],
    ['over $30$ models, $\\alpha$-divergence', 'over 30 models, α-divergence'],
    ['21\\% of A\\&B', '21% of A&B'],
    [
      'a na\\"ive G\\"{o}del, Erd\\H{o}s, \\c{c}a, \\v{S}koda, \\o re',
      'a naïve Gödel, Erdős, ça, Škoda, øre',
    ],
    ['Gr{\\"o}e, {\\\'e}tude', 'Gröe, étude'],
    ['e.g.\\ the one, Fig.~3 and~so', 'e.g. the one, Fig. 3 and so'],
    ["the ``quoted'' word --- or words, 1--5, a -- b", 'the “quoted” word — or words, 1–5, a – b'],
    ['$\\mathcal{O}(\\sqrt{T})$ and $\\tilde{O}(\\frac{n}{\\epsilon^2})$', 'O(√T) and O(n/ε^2)'],
    ['as shown~\\citep[p. 3]{doe20,roe21}.', 'as shown.'],
    [
      '{BERT}: {\\em fast, small} nets, \\textsc{Foo} and \\ourmodel',
      'BERT: fast, small nets, Foo and ourmodel',
    ],
    ['$O(n\\log n)$ with $x\\sim p$, \\sim 100 in all', 'O(n log n) with x∼ p, ~100 in all'],
    [
      'so $$f(x) = 1$$ holds for $\\\\hat{\\\\theta}$, {\\itshape mini} 5\\\\%',
      'so f(x) = 1 holds for θ, mini 5%',
    ],
    ['$S=\\{ \\theta \\}$ and $\\min{x}$', 'S={ θ } and min x'],
    ['glued \\emphk-means in \\mathcalO(n)', 'glued k-means in O(n)'],
  ]);
});

describe('markup that no paper means', () => {
  table([
    ['a <img src=x onerror="alert(1)"> b', 'a b'],
    ['<iframe src="//x"></iframe>text', '</iframe>text'],
    ['the <mask> token, a < b and c > d', 'the <mask> token, a < b and c > d'],
  ]);
});

describe('what only looks like LaTeX', () => {
  table([
    ['from $5 to $10 a month, US$3', 'from $5 to $10 a month, US$3'],
    ['the set {1, 2} and {"a": 1}', 'the set {1, 2} and {"a": 1}'],
    ['see https://a.example/~me for ~100', 'see https://a.example/~me for ~100'],
    ['run it with --flag; -----', 'run it with --flag; -----'],
    ['he said \\"every\\" model\\\'s word, don\\\'t', 'he said "every" model\'s word, don\'t'],
    ['a [MASK]tokens model', 'a [MASK]tokens model'],
  ]);
});

describe('remnants of lost characters', () => {
  table([
    [
      'a neu(cid:173)  ral net, classi(cid:12)cation, di(cid:14)cult e(cid:11)orts',
      'a neural net, classification, difficult efforts',
    ],
    [
      'the (cid:12)rst; by (cid:15), (cid:15)-tubes and the (cid:10) bound',
      'the first; by (cid:15), (cid:15)-tubes and the (cid:10) bound',
    ],
    ['open-endedx2014models tox2013the modelx2019s', 'open-ended—models to–the model’s'],
    ['in sim100 steps (sim2K), 3times smaller, (leq1B)', 'in ~100 steps (~2K), 3× smaller, (≤1B)'],
    ['state times action rightarrow state', 'state times action → state'],
    [
      '3 times, sim2real, approx 10, the sim 100, 1024x2014, Linux2014 was',
      '3 times, sim2real, approx 10, the sim 100, 1024x2014, Linux2014 was',
    ],
    ['{p}_{theta}(Y|X) and 10^{13}-10^{15}', 'p_theta(Y|X) and 10^13-10^15'],
  ]);
});

describe('HTML and JATS', () => {
  table([
    [
      '<jats:title>Abstract</jats:title><jats:p>We <i>do</i> R&amp;D &#8212; H<sub>2</sub>O</jats:p>',
      'We do R&D — H2O',
    ],
    ['one<br/>two</p><p>three', 'one two three'],
    ['twice &amp;lt;i&amp;gt;over&amp;lt;/i&amp;gt;', 'twice over'],
    ['p < 0.05 and q > 1, <mask> <s> AT&T; &nosuch;', 'p < 0.05 and q > 1, <mask> <s> AT&T; &nosuch;'],
    ['a <!-- hidden --> b <tex-math>\\begin{x}</tex-math> c', 'a b c'],
  ]);
});

describe('characters', () => {
  table([
    ['compre-\n  hension of\u00a0the  ﬁrst\u200b word\u00ad', 'comprehension of the first word'],
    ['self-\nsupervised, GPT-\n4, a -\nb, one-\n\ntwo', 'self-supervised, GPT- 4, a - b, one- two'],
    ['\ufeff\u0000 cafe\u0301\u0007 \ud800 x\t\r\n', 'café x'],
    ['fine as it is: naïve — “text” 😀 日本', 'fine as it is: naïve — “text” 😀 日本'],
  ]);
});

describe('offsets', () => {
  it('lead back to the raw characters', () => {
    const raw = 'An \\emph{odd}  ﬁ case &amp; 5\\% na\\"ive';
    const { text, map } = cleanText(raw);
    expect(text).toBe('An odd fi case & 5% naïve');
    const rawAt = (needle: string): number => toRaw(map, text.indexOf(needle));
    expect(rawAt('odd')).toBe(raw.indexOf('odd'));
    expect(rawAt('fi')).toBe(raw.indexOf('ﬁ'));
    expect(toRaw(map, text.indexOf('fi') + 1)).toBe(raw.indexOf('ﬁ'));
    expect(rawAt('case')).toBe(raw.indexOf('case'));
    expect(rawAt('& 5')).toBe(raw.indexOf('&amp;'));
    expect(rawAt('% na')).toBe(raw.indexOf('% na'));
    expect(rawAt('ïve')).toBe(raw.indexOf('\\"i'));
    expect(rawAt('ve')).toBe(raw.indexOf('ve'));
    expect(toRaw(map, text.length)).toBe(raw.length);
  });

  it('are the same for text that is clean', () => {
    const { map } = cleanText('already clean');
    expect(map).toEqual({ clean: [0, 13], raw: [0, 13] });
    expect(toRaw(map, 5)).toBe(5);
  });

  it('are total: empty text, past the end, before the start', () => {
    const { text, map } = cleanText(' \n ');
    expect(text).toBe('');
    expect(toRaw(map, 0)).toBe(3);
    expect(toRaw(cleanText('x ').map, 99)).toBe(2);
    expect(toRaw(cleanText(' x').map, -1)).toBe(1);
  });
});
