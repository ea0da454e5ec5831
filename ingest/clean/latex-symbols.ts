/** Commands that stand for a character or a word of their own. */
const SYMBOLS: Record<string, string> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  eps: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  vartheta: 'θ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  varrho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  upsilon: 'υ',
  phi: 'φ',
  varphi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Upsilon: 'Υ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
  times: '×',
  cdot: '·',
  div: '÷',
  pm: '±',
  mp: '∓',
  leq: '≤',
  le: '≤',
  leqslant: '≤',
  geq: '≥',
  ge: '≥',
  geqslant: '≥',
  lt: '<',
  gt: '>',
  ll: '≪',
  gg: '≫',
  lesssim: '≲',
  gtrsim: '≳',
  neq: '≠',
  ne: '≠',
  approx: '≈',
  simeq: '≃',
  cong: '≅',
  equiv: '≡',
  propto: '∝',
  infty: '∞',
  partial: '∂',
  nabla: '∇',
  sum: '∑',
  prod: '∏',
  int: '∫',
  sqrt: '√',
  in: '∈',
  notin: '∉',
  subset: '⊂',
  subseteq: '⊆',
  supset: '⊃',
  cup: '∪',
  cap: '∩',
  emptyset: '∅',
  forall: '∀',
  exists: '∃',
  wedge: '∧',
  vee: '∨',
  neg: '¬',
  otimes: '⊗',
  oplus: '⊕',
  odot: '⊙',
  circ: '∘',
  perp: '⊥',
  top: '⊤',
  star: '*',
  ast: '*',
  to: '→',
  rightarrow: '→',
  longrightarrow: '→',
  Rightarrow: '⇒',
  implies: '⇒',
  leftarrow: '←',
  Leftarrow: '⇐',
  leftrightarrow: '↔',
  Leftrightarrow: '⇔',
  iff: '⇔',
  mapsto: '↦',
  uparrow: '↑',
  downarrow: '↓',
  ldots: '…',
  dots: '…',
  cdots: '…',
  dotsc: '…',
  ell: 'ℓ',
  hbar: 'ℏ',
  Re: 'ℜ',
  Im: 'ℑ',
  aleph: 'ℵ',
  mid: '|',
  vert: '|',
  Vert: '‖',
  langle: '⟨',
  rangle: '⟩',
  lfloor: '⌊',
  rfloor: '⌋',
  lceil: '⌈',
  rceil: '⌉',
  prime: '′',
  degree: '°',
  textdegree: '°',
  dag: '†',
  ddag: '‡',
  checkmark: '✓',
  copyright: '©',
  textregistered: '®',
  texttrademark: '™',
  pounds: '£',
  euro: '€',
  S: '§',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  textasciitilde: '~',
  textbackslash: '/',
  textunderscore: '_',
  quad: ' ',
  qquad: ' ',
  newline: ' ',
  par: ' ',
  item: ' ',
  linebreak: ' ',
  hfill: ' ',
  xspace: '',
};

/** Letters that are commands; TeX swallows the space after them. */
const LETTERS: Record<string, string> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'i',
  j: 'j',
  dh: 'ð',
  th: 'þ',
};

/** Commands that only change the look of what follows; they vanish. Longest first, for glued arguments. */
const STYLES = (
  'emph textit textbf texttt textsc textsf textrm textnormal textup textmd textsl text mbox hbox underline ' +
  'mathcal mathbb mathbf mathrm mathsf mathit mathtt mathfrak mathscr boldsymbol bm operatorname ensuremath ' +
  'widetilde widehat overline underbrace tilde hat bar vec dot ddot smash phantom bold it bf em rm tt sc sf cal ' +
  'left right big Big bigg Bigg bigl bigr Bigl Bigr itshape bfseries scshape ttfamily sffamily rmfamily displaystyle textstyle limits nolimits small large ' +
  'centering noindent protect url path href enquote nobreak'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);
const STYLE_SET = new Set(STYLES);

/** Commands that vanish with their argument. */
const SILENT = new Set(
  (
    'cite citep citet citealp citealt citeauthor citeyear autocite parencite textcite ref eqref autoref cref ' +
    'Cref label footnote footnotetext thanks vspace hspace includegraphics begin end color textcolor bibliography index'
  ).split(' '),
);

/** Operators' names are words of the text. */
const OPERATORS = new Set(
  (
    'min max log ln exp sup inf arg argmin argmax lim limsup liminf sin cos tan sinh cosh tanh det dim ker deg gcd ' +
    'mod bmod Pr poly polylog Var Cov rank diag sign'
  ).split(' '),
);

/** Combining accents by the command's character or letter. */
const ACCENTS: Record<string, string> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  k: '\u0328',
  r: '\u030a',
  d: '\u0323',
  b: '\u0331',
};

export type Command =
  | { kind: 'symbol'; text: string; length: number }
  | { kind: 'operator'; text: string; length: number }
  | { kind: 'letter'; text: string; length: number }
  | { kind: 'style'; length: number }
  | { kind: 'silent'; length: number }
  | { kind: 'fraction'; length: number }
  | { kind: 'unknown'; length: number };

const own = (table: Record<string, string>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const FRACTIONS = new Set(['frac', 'tfrac', 'dfrac', 'nicefrac', 'sfrac']);

/** Styles whose argument is often glued to them once braces are lost (`\mathcalO`, `\emphk-means`). */
const GLUED =
  /^(?:mathcal|mathbb|mathbf|mathrm|mathsf|widetilde|tilde|emph|textit|textbf|texttt|textsc|textsl|textrm|text|sqrt)/;

/** What a command does; `length` is how much of the name is the command's. */
export function commandOf(name: string): Command {
  const { length } = name;
  const symbol = own(SYMBOLS, name);
  if (symbol !== undefined) return { kind: 'symbol', text: symbol, length };
  const letter = own(LETTERS, name);
  if (letter !== undefined) return { kind: 'letter', text: letter, length };
  if (OPERATORS.has(name)) return { kind: 'operator', text: name, length };
  if (STYLE_SET.has(name)) return { kind: 'style', length };
  if (SILENT.has(name)) return { kind: 'silent', length };
  if (FRACTIONS.has(name)) return { kind: 'fraction', length };
  const glued = GLUED.exec(name)?.[0];
  if (glued === 'sqrt') return { kind: 'symbol', text: '√', length: glued.length };
  if (glued) return { kind: 'style', length: glued.length };
  return { kind: 'unknown', length };
}

/** The letter with the accent as one character; null when there is no such letter. */
export function accented(accent: string, base: string): string | null {
  const mark = own(ACCENTS, accent);
  if (mark === undefined) return null;
  const joined = (base + mark).normalize('NFC');
  return joined.length === 1 ? joined : null;
}

export const isAccent = (name: string): boolean => own(ACCENTS, name) !== undefined;
