import { CASE_RULES } from './case-rules.ts';
import { CLAUSE_RULES, ITEM_RULES, SUBQUERY_RULES } from './clause-rules.ts';
import { COMPARISON_RULES } from './comparison-rules.ts';
import { CALL_RULES } from './function-rules.ts';
import { QUANTIFIER_RULES, SLICE_RULES } from './list-rules.ts';
import {
  LABEL_RULES,
  MAP_RULES,
  NODE_RULES,
  PATTERN_COMPREHENSION_RULES,
  PATTERN_RULES,
  PROPERTY_MAP_RULES,
  RELATION_RULES,
} from './pattern-rules.ts';
import type { Rule } from './rule.ts';
import type { Kind } from './syntax.ts';
import { PROPERTY_RULES, SUM_RULES } from './value-rules.ts';

/** By kind of piece; the first that finds something decides. */
export const RULES: Partial<Record<Kind, readonly Rule[]>> = {
  binary: [...COMPARISON_RULES, ...SUM_RULES],
  call: CALL_RULES,
  case: CASE_RULES,
  clause: CLAUSE_RULES,
  hasLabel: LABEL_RULES,
  item: ITEM_RULES,
  map: MAP_RULES,
  node: NODE_RULES,
  pattern: PATTERN_RULES,
  patternComprehension: PATTERN_COMPREHENSION_RULES,
  projection: MAP_RULES,
  properties: PROPERTY_MAP_RULES,
  property: PROPERTY_RULES,
  quantifier: QUANTIFIER_RULES,
  relation: RELATION_RULES,
  slice: SLICE_RULES,
  subquery: SUBQUERY_RULES,
};
