import type { ConceptFacts, MentionFacts } from '../../../graph/analysis/paper-concept-graph.ts';
import { seededRandom } from '../../../graph/analysis/random.ts';

export interface PlantedMentions {
  papers: string[];
  concepts: ConceptFacts[];
  mentions: MentionFacts[];
}

/** Ids that don't stand in the order of their numbers, as hashes don't. */
const idOf = (what: string, number: number): string =>
  `${what}${((number * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0')}`;

/**
 * Planted topics: each paper speaks of `perPaper` concepts of its own topic, one of another, and
 * `ownConcepts` that nobody else has.
 */
export function plantedMentions({
  topics = 4,
  papersPerTopic = 12,
  conceptsPerTopic = 10,
  perPaper = 5,
  ownConcepts = 1,
  seed = 1,
} = {}): PlantedMentions {
  const random = seededRandom(seed);
  const draw = (below: number): number => Math.floor(random() * below);
  const concepts = Array.from({ length: topics * conceptsPerTopic }, (_, i): ConceptFacts => {
    const name = `topic${Math.floor(i / conceptsPerTopic)} idea${i % conceptsPerTopic}`;
    return { id: idOf('c', i + 1), name, kind: 'Term' };
  });
  const ofTopic = (topic: number): string => concepts[topic * conceptsPerTopic + draw(conceptsPerTopic)]!.id;
  const papers: string[] = [];
  const mentions = new Map<string, MentionFacts>();
  const mention = (paperId: string, conceptId: string): void => {
    const salience = Math.round((0.2 + 0.8 * random()) * 1000) / 1000;
    mentions.set(`${paperId} ${conceptId}`, { paperId, conceptId, salience });
  };
  for (let p = 0; p < topics * papersPerTopic; p++) {
    const paper = idOf('p', p + 1);
    const topic = p % topics;
    papers.push(paper);
    for (let i = 0; i < perPaper; i++) mention(paper, ofTopic(topic));
    if (topics > 1) mention(paper, ofTopic((topic + 1 + draw(topics - 1)) % topics));
    for (let i = 0; i < ownConcepts; i++) {
      const own: ConceptFacts = {
        id: idOf('u', p * ownConcepts + i + 1),
        name: `own idea ${p}.${i}`,
        kind: 'Method',
      };
      concepts.push(own);
      mention(paper, own.id);
    }
  }
  return { papers, concepts, mentions: [...mentions.values()] };
}
