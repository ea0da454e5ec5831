/** A small graph that looks like a real one: four fields, their concepts, papers that speak of them. No chance in it. */
import { type ConceptKind, encodeRelationSpan, encodeSpan, type Span } from '../../graph/schema.ts';
import type { Statement, StoreWriter, Value } from '../../graph/store/store.ts';

type Row = { [key: string]: Value };

interface Field {
  readonly label: string;
  readonly middle: readonly [number, number];
  readonly concepts: readonly (readonly [name: string, kind: ConceptKind])[];
}

export const FIELDS: readonly Field[] = [
  {
    label: 'Machine translation',
    middle: [-300, -180],
    concepts: [
      ['machine translation', 'Task'],
      ['attention mechanism', 'Method'],
      ['beam search', 'Method'],
      ['sequence model', 'Model'],
      ['parallel corpus', 'Dataset'],
      ['BLEU', 'Metric'],
      ['rare word', 'Term'],
      ['sentence alignment', 'Task'],
    ],
  },
  {
    label: 'Image recognition',
    middle: [300, -180],
    concepts: [
      ['image classification', 'Task'],
      ['convolutional network', 'Model'],
      ['ImageNet', 'Dataset'],
      ['data augmentation', 'Method'],
      ['residual connection', 'Method'],
      ['top-5 error', 'Metric'],
      ['object detection', 'Task'],
      ['receptive field', 'Term'],
    ],
  },
  {
    label: 'Reinforcement learning',
    middle: [-300, 180],
    concepts: [
      ['Q-learning', 'Method'],
      ['policy gradient', 'Method'],
      ['Atari games', 'Dataset'],
      ['cumulative reward', 'Metric'],
      ['exploration', 'Task'],
      ['replay memory', 'Method'],
      ['value network', 'Model'],
      ['sparse reward', 'Term'],
    ],
  },
  {
    label: 'Graph learning',
    middle: [300, 180],
    concepts: [
      ['graph neural network', 'Model'],
      ['node classification', 'Task'],
      ['message passing', 'Method'],
      ['citation network', 'Dataset'],
      ['link prediction', 'Task'],
      ['modularity', 'Metric'],
      ['random walk', 'Method'],
      ['over-smoothing', 'Term'],
    ],
  },
];

const PAPERS_PER_FIELD = 8;
const SENTENCES = [
  'This paper asks what {} can do when examples are few.',
  'We combine it with {} and keep the rest as it was.',
  'The gain over {} is largest where the signal is weak.',
  'Without {} the effect is gone, as an ablation shows.',
  'We also report how {} changes with size.',
];
/** Golden angle, which spreads points evenly. */
const TURN = 2.39996;

const conceptId = (field: number, index: number) => `c${field}${index}`;
const paperId = (field: number, index: number) => `p${field}${index}`;
const themeId = (field: number) => `t${field}`;
const around = ([x, y]: readonly [number, number], step: number, index: number): [number, number] => [
  x + step * Math.sqrt(index + 0.5) * Math.cos(index * TURN),
  y + step * Math.sqrt(index + 0.5) * Math.sin(index * TURN),
];

interface Mention {
  concept: string;
  span: Span;
}

/** Which concepts a paper speaks of: neighbours in its field's list, and now and then one of the next field. */
function conceptsOf(field: number, paper: number): { id: string; name: string }[] {
  const own = [0, 1, 3, 6].map((step) => [field, (paper + step) % FIELDS[field]!.concepts.length] as const);
  const foreign = paper % 3 === 0 ? [[(field + 1) % FIELDS.length, paper % 4] as const] : [];
  return [...own, ...foreign].map(([f, c]) => ({ id: conceptId(f, c), name: FIELDS[f]!.concepts[c]![0] }));
}

function write(concepts: readonly { id: string; name: string }[]): { abstract: string; mentions: Mention[] } {
  let abstract = '';
  const mentions = concepts.map(({ id, name }, i): Mention => {
    const sentenceStart = abstract === '' ? 0 : abstract.length + 1;
    const sentence = SENTENCES[i % SENTENCES.length]!;
    const start = sentenceStart + sentence.indexOf('{}');
    abstract = `${abstract} ${sentence.replace('{}', name)}`.trimStart();
    const span: Span = {
      field: 'abstract',
      start,
      end: start + name.length,
      sentenceStart,
      sentenceEnd: abstract.length,
    };
    return { concept: id, span };
  });
  return { abstract, mentions };
}

function rows(): { concepts: Row[]; papers: Row[]; mentions: Row[]; themes: Row[] } {
  const papers: Row[] = [];
  const mentions: Row[] = [];
  const paperCounts = new Map<string, number>();
  FIELDS.forEach(({ middle }, field) => {
    for (let index = 0; index < PAPERS_PER_FIELD; index++) {
      const used = conceptsOf(field, index);
      const { abstract, mentions: found } = write(used);
      const [x, y] = around(middle, 58, index);
      const id = paperId(field, index);
      const title = index === 7 ? null : `A study of ${used[0]!.name} with ${used[1]!.name}`;
      papers.push({
        id,
        title,
        abstract,
        year: 2010 + index + field,
        venue: 'Proceedings of Nothing',
        x,
        y,
        theme: themeId(field),
      });
      found.forEach(({ concept, span }, i) => {
        paperCounts.set(concept, (paperCounts.get(concept) ?? 0) + 1);
        mentions.push({
          paper: id,
          concept,
          salience: 1 / (1 + i / 2),
          spans: [encodeSpan(span)],
          introduces: i === 1 && index === 0,
        });
      });
    }
  });
  const concepts = FIELDS.flatMap(({ concepts: own, middle }, field) =>
    own.map(([name, kind], index): Row => {
      const [x, y] = around(middle, 44, index);
      const id = conceptId(field, index);
      return { id, name, kind, paperCount: paperCounts.get(id) ?? 0, x, y, theme: themeId(field) };
    }),
  );
  const themes = FIELDS.map(
    ({ label, concepts: own, middle }, field): Row => ({
      id: themeId(field),
      label,
      size: own.length,
      paperCount: PAPERS_PER_FIELD,
      colour: field,
      topConcepts: own.slice(0, 3).map(([name]) => name),
      x: middle[0],
      y: middle[1],
    }),
  );
  return { concepts, papers, mentions, themes };
}

/** Pairs of `key` that share a value of `by`, with how many they share. */
function pairs(mentions: readonly Row[], key: 'paper' | 'concept', by: 'paper' | 'concept'): Row[] {
  const groups = new Map<string, string[]>();
  for (const mention of mentions) {
    const group = String(mention[by]);
    groups.set(group, [...(groups.get(group) ?? []), String(mention[key])]);
  }
  const counts = new Map<string, number>();
  for (const members of groups.values()) {
    const sorted = [...new Set(members)].sort();
    sorted.forEach((a, i) => {
      for (const b of sorted.slice(i + 1)) counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1);
    });
  }
  return [...counts].map(([pair, shared]) => {
    const [a, b] = pair.split(' ') as [string, string];
    return { a, b, shared };
  });
}

/** What the first paper's title states: the second concept of the first field is used for the first. */
function stated({ papers, concepts }: { papers: Row[]; concepts: Row[] }): Row {
  const title = String(papers[0]!.title);
  const [purpose, means] = [String(concepts[0]!.name), String(concepts[1]!.name)];
  const [start, toStart] = [title.indexOf(means), title.indexOf(purpose)];
  const span = encodeRelationSpan({
    field: 'title',
    start,
    end: start + means.length,
    toStart,
    toEnd: toStart + purpose.length,
    sentenceStart: 0,
    sentenceEnd: title.length,
  });
  return { from: concepts[1]!.id!, to: concepts[0]!.id!, papers: [papers[0]!.id!], spans: [span] };
}

const statement = (text: string, parameters: Row = {}): Statement => ({ text, parameters });

/** Writes the graph; the store must be empty. */
export async function fillStore(writer: StoreWriter): Promise<void> {
  const { concepts, papers, mentions, themes } = rows();
  const kinds = [...new Set(concepts.map(({ kind }) => String(kind)))];
  await writer.prepare();
  await writer.write([
    statement(
      `UNWIND $rows AS row CREATE (p:Paper {id: row.id})
       SET p.title = row.title, p.abstract = row.abstract, p.year = row.year, p.venue = row.venue, p.x = row.x,
           p.y = row.y, p.keywords = [], p.sources = ['seed.txt#1'], p.keys = [row.id], p.hash = row.id`,
      { rows: papers },
    ),
    ...kinds.map((kind) =>
      statement(
        `UNWIND $rows AS row CREATE (c:Concept:${kind} {id: row.id})
         SET c.name = row.name, c.kind = row.kind, c.aliases = [], c.paperCount = row.paperCount, c.x = row.x, c.y = row.y`,
        { rows: concepts.filter((concept) => concept.kind === kind) },
      ),
    ),
    statement(
      `UNWIND $rows AS row CREATE (t:Theme {id: row.id})
       SET t.label = row.label, t.level = 0, t.size = row.size, t.paperCount = row.paperCount, t.colour = row.colour,
           t.topConcepts = row.topConcepts, t.x = row.x, t.y = row.y`,
      { rows: themes },
    ),
    statement(
      `UNWIND $rows AS row MATCH (p:Paper {id: row.paper}) MATCH (c:Concept {id: row.concept})
       CREATE (p)-[m:MENTIONS]->(c)
       SET m.count = 1, m.salience = row.salience, m.role = 'uses', m.spans = row.spans, m.extractor = 'seed'`,
      { rows: mentions },
    ),
    statement(
      `UNWIND $rows AS row MATCH (p:Paper {id: row.paper}) MATCH (c:Concept {id: row.concept})
       CREATE (p)-[i:INTRODUCES]->(c) SET i.spans = row.spans`,
      { rows: mentions.filter(({ introduces }) => introduces === true) },
    ),
    statement(
      `UNWIND $rows AS row MATCH (a:Concept {id: row.from}) MATCH (b:Concept {id: row.to})
       CREATE (a)-[r:USED_FOR]->(b) SET r.count = 1, r.papers = row.papers, r.spans = row.spans`,
      { rows: [stated({ papers, concepts })] },
    ),
    statement(
      `UNWIND $rows AS row MATCH (a:Concept {id: row.a}) MATCH (b:Concept {id: row.b})
       CREATE (a)-[r:CO_OCCURS]->(b) SET r.papers = row.shared, r.strength = row.shared * 0.1`,
      { rows: pairs(mentions, 'concept', 'paper') },
    ),
    statement(
      `UNWIND $rows AS row MATCH (a:Paper {id: row.a}) MATCH (b:Paper {id: row.b})
       CREATE (a)-[s:SHARES]->(b) SET s.concepts = row.shared, s.weight = row.shared * 0.2`,
      { rows: pairs(mentions, 'paper', 'concept').filter(({ shared }) => Number(shared) > 1) },
    ),
    ...(['Paper', 'Concept'] as const).map((label) =>
      statement(
        `UNWIND $rows AS row MATCH (n:${label} {id: row.id}) MATCH (t:Theme {id: row.theme})
         CREATE (n)-[r:IN_THEME]->(t) SET r.share = 1.0`,
        {
          rows: (label === 'Paper' ? papers : concepts).map(({ id, theme }) => ({ id: id!, theme: theme! })),
        },
      ),
    ),
  ]);
  await writer.checkpoint();
}
