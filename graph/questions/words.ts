import type { ConceptRelation } from '../schema.ts';
import { KIND_NOUNS } from './answers/concepts.ts';
import { listed } from './draft.ts';
import type { Comparison, Filter, Plan, Target, Treatment, Want } from './plan.ts';
import { isCased, keyOf } from './word-forms.ts';

/** How each verb is read; said with every answer that rests on it. */
export const VERBS: Readonly<Record<Treatment, string>> = {
  mentions: 'mentions: the concept is found there, or its name stands in title or abstract',
  uses: 'uses: mentioned in a role other than background, or more than once, or named where no role is known',
  evaluates:
    'evaluates: mentioned in the role evaluates or compares (datasets: or uses), or in a sentence with a word of evaluating',
  introduces: 'introduces: the paper brings it in itself',
  compares: 'compares: mentioned in the role compares',
  background: 'background: mentioned as what is known',
  titles: 'the title has the words',
};

const COMPARISONS: Readonly<Record<Comparison['op'], string>> = {
  '=': 'exactly',
  '>': 'more than',
  '>=': 'at least',
  '<': 'fewer than',
  '<=': 'at most',
};

const compared = ({ op, n }: Comparison): string => `${COMPARISONS[op]} ${n}`;
const kindWord = (kind: keyof typeof KIND_NOUNS | null): string => (kind ? KIND_NOUNS[kind] : 'concept');
const nameOf = (target: Target): string => {
  if (target.is === 'paper') return `the paper “${target.name}”`;
  const typed = target.forms[0] ?? target.name;
  if (target.is === 'words') return `the words “${typed}”`;
  return keyOf(typed) !== keyOf(target.name)
    ? `${target.name} (“${typed}”)`
    : isCased(typed)
      ? typed
      : target.name;
};

/** A plan as a sentence. */
export function planInWords(plan: Plan): string {
  const verbs = [...new Set(verbsOf(plan))].filter((verb) => verb !== 'mentions');
  const notes = verbs.length > 0 ? ` (${verbs.map((verb) => VERBS[verb]).join('; ')})` : '';
  return `${sentenceOf(plan)}${notes}.`;
}

function sentenceOf(plan: Plan): string {
  switch (plan.find) {
    case 'papers': {
      const which = plan.order
        ? `the ${plan.order.by} ${plan.order.n > 1 ? `${plan.order.n} papers` : 'paper'} by year`
        : 'papers';
      const also =
        plan.also.length > 0 ? `, with their ${listed(plan.also.map((want) => WANTED[want]))}` : '';
      const beside = plan.beside
        ? `, each with the ${kindWord(plan.beside.kind)}s that it ${plan.beside.how}`
        : '';
      return `${openingOf(plan.ask)} ${which}${plan.where ? ` ${filterInWords(plan.where)}` : ' of the corpus'}${also}${beside}`;
    }
    case 'concepts': {
      const where = plan.where
        ? ` ${plan.never ? 'in none of the papers' : 'in papers'} ${filterInWords(plan.where)}`
        : '';
      const which =
        plan.how === 'introduces'
          ? 'that papers introduce'
          : plan.how === 'mentions'
            ? 'named'
            : `that papers ${plan.how.replace(/s$/, '')}`;
      return `${openingOf(plan.ask)} ${topOf(plan.top)}${kindWord(plan.kind)}s ${which}${where}${plan.having ? `, in ${compared(plan.having)} papers` : ''}`;
    }
    case 'authors':
    case 'venues':
    case 'years':
    case 'themes':
    case 'sources': {
      const noun = plan.find === 'sources' ? 'files' : plan.find;
      const edge = plan.edge ? `the ${plan.edge} of the ` : topOf(plan.top);
      return `${openingOf(plan.ask)} ${edge}${noun} of papers${plan.where ? ` ${filterInWords(plan.where)}` : ''}${plan.having ? `, with ${compared(plan.having)} papers` : ''}`;
    }
    case 'ties':
      return `What ties ${nameOf(plan.between[0])} to ${nameOf(plan.between[1])}: papers that name both, links, concepts and rare words that their papers share`;
    case 'sayings': {
      const wants = plan.wants.map((want) => WANTED[want]);
      const counted = plan.counted ? `how many ${plan.counted} there are` : '';
      const what = [counted, ...wants, ...plan.words.map((word) => `“${word}”`)].filter(Boolean);
      const also = plan.also ? `, and the ${kindWord(plan.also.kind)}s of the same papers` : '';
      if (plan.stated)
        return `${STATED[plan.stated.type]} ${nameOf(plan.about[0]!)}: what sentences state, and sentences on it`;
      return `Sentences on ${listed(plan.about.map(nameOf))} in the papers about ${plan.about.length > 1 ? 'them' : 'it'}${what.length > 0 ? `: ${listed(what)}` : ''}${also}`;
    }
    case 'does':
      return `Whether papers that introduce ${nameOf(plan.subject)} ${SAID[plan.how][0].replace('that ', '')} ${nameOf(plan.object)}, and sentences that name both`;
    case 'ranking':
      return `The ${plan.top.n > 1 ? `${plan.top.n} papers` : 'paper'} that ${plan.how.replace(/s$/, '')} ${plan.top.order === 'most' ? 'most' : 'fewest'} ${kindWord(plan.kind)}s, as the graph has found them${plan.where ? `, of those ${filterInWords(plan.where)}` : ''}`;
    case 'average':
      return `How many ${kindWord(plan.kind)}s a paper ${plan.how} on average, as the graph has found them${plan.where ? `, of papers ${filterInWords(plan.where)}` : ''}`;
    case 'difference':
      return `${listed(plan.of.map(nameOf))} side by side, in the sentences of their papers`;
    case 'balance':
      return `Of which there are ${plan.least ? 'fewer' : 'more'} papers: ${listed(
        plan.of.map(({ name }) => name),
        'or',
      )}`;
    case 'similar':
      return `Papers that share the most telling concepts with those of ${nameOf(plan.to)}`;
    case 'gaps':
      return `Gaps that the last analysis found${plan.about.length > 0 ? ` about ${listed(plan.about.map(nameOf))}` : ''}`;
    case 'described':
      return `Papers with all of the words ${listed(plan.words.map((word) => `“${word}”`))}, and their closest sentences`;
  }
}

const STATED: Readonly<Record<ConceptRelation, string>> = {
  USED_FOR: 'The use of',
  EVALUATED_ON: 'The evaluation of',
  PART_OF: 'The parts or the whole of',
  COMPARED_WITH: 'The comparisons of',
  IS_A: 'The kinds of',
};

const WANTED: Readonly<Record<Want, string>> = {
  definition: 'what it is',
  figures: 'figures',
  findings: 'findings',
  longForm: 'its long form',
  sentences: 'sentences',
};

const openingOf = (ask: 'list' | 'count' | 'exists' | 'share' | 'lacks'): string =>
  ({
    list: 'List',
    count: 'Count',
    exists: 'Whether there are',
    share: 'The share of',
    lacks: 'Whether there are no',
  })[ask];

const topOf = (top: { order: 'most' | 'least'; n: number } | null): string =>
  top ? `the ${top.n > 1 ? `${top.n} ` : ''}${top.order === 'most' ? 'most common' : 'rarest'} ` : '';

const SAID: Readonly<Record<Treatment, [string, string]>> = {
  mentions: ['that mention', 'that do not mention'],
  uses: ['that use', 'that do not use'],
  evaluates: ['that evaluate', 'that do not evaluate'],
  introduces: ['that introduce', 'that do not introduce'],
  compares: ['that compare', 'that do not compare'],
  background: ['with, as background,', 'not with, as background,'],
  titles: ['whose title has', 'whose title does not have'],
};
const HAVE: Readonly<Record<string, string>> = {
  title: 'a title',
  abstract: 'an abstract',
  year: 'a year',
  venue: 'a venue',
  link: 'a link',
  twin: 'more than one entry',
  survey: 'a survey in them',
};

function filterInWords(filter: Filter, negated = false): string {
  const not = negated ? 'not ' : '';
  switch (filter.is) {
    case 'treats':
      if (filter.target.is === 'paper')
        return `${negated ? 'other than' : 'that are'} ${nameOf(filter.target)}`;
      return `${SAID[filter.how][negated ? 1 : 0]} ${nameOf(filter.target)}`;
    case 'theme':
      return `${not}in the theme “${filter.name}”`;
    case 'years':
      if (filter.from === filter.to) return `${not}of ${filter.from}`;
      if (filter.to === null) return `${not}of ${filter.from} or later`;
      return filter.from === null
        ? `${not}of ${filter.to} or before`
        : `${not}of ${filter.from} to ${filter.to}`;
    case 'venue':
      return `${not}in ${listed(filter.names, 'or')}`;
    case 'author':
      return `${not}by ${filter.name}`;
    case 'source':
      return `${not}from the file ${filter.name}`;
    case 'has':
      return `${negated ? 'without' : 'with'} ${HAVE[filter.what]}`;
    case 'names':
      return `${negated ? 'that do not' : 'that'} ${filter.how.replace(/s$/, '')} ${filter.noun ?? `${compared(filter.than)} ${kindWord(filter.kind)}s`}`;
    case 'not':
      return filterInWords(filter.of, !negated);
    default: {
      const isAll = (filter.is === 'all') !== negated;
      const parts = filter.of.map((each) => {
        const text = filterInWords(each, negated);
        const inner = each.is === 'not' ? each.of : each;
        const isInnerAll = (inner.is === 'all') !== (negated !== (each.is === 'not'));
        const isJoined = (inner.is === 'all' || inner.is === 'any') && inner.of.length > 1;
        return isJoined && isInnerAll !== isAll ? `(${text})` : text;
      });
      return parts.join(isAll ? ' and ' : ' or ');
    }
  }
}

function verbsOf(plan: Plan): Treatment[] {
  const inFilter = (filter: Filter | null): Treatment[] => {
    if (!filter) return [];
    if (filter.is === 'treats' || filter.is === 'names') return [filter.how];
    if (filter.is === 'not') return inFilter(filter.of);
    return filter.is === 'all' || filter.is === 'any' ? filter.of.flatMap(inFilter) : [];
  };
  if (plan.find === 'concepts') return [plan.how, ...inFilter(plan.where)];
  if ('where' in plan) return inFilter(plan.where);
  return [];
}
