import type { Plan, ResultSummary } from 'neo4j-driver';
import { LacunaError } from '../../errors.ts';
import { namespacedCalls } from './namespaced-calls.ts';

/** READ mode lets these through though they reach files, the network, or other people's work. */
const FORBIDDEN_OPERATOR = /^(?:LoadCSV|TerminateTransactions|.*Administration)/i;
/** Writes are rejected by READ mode too; this gives the better message, and a second lock. */
const WRITING_OPERATOR = /Create|Delete|Merge|^Set|Remove|Foreach|Drop|Alter/;
const SHOWS: ReadonlySet<string> = new Set([
  'ShowIndexes',
  'ShowConstraints',
  'ShowFunctions',
  'ShowProcedures',
]);

const PROCEDURES: ReadonlySet<string> = new Set([
  'db.labels',
  'db.relationshiptypes',
  'db.propertykeys',
  'db.schema.visualization',
  'db.schema.nodetypeproperties',
  'db.schema.reltypeproperties',
  'db.index.fulltext.querynodes',
  'db.index.fulltext.queryrelationships',
  'db.index.vector.querynodes',
  'db.index.vector.queryrelationships',
  'dbms.components',
]);

/** Functions with a dot in their name: temporal, spatial and list ones. Those of plug-ins may reach anything. */
const FUNCTION_NAMESPACES: ReadonlySet<string> = new Set(
  'date datetime localdatetime time localtime duration point vector coll'.split(' '),
);

/** Whether statements may call this function: all that are Neo4j's own. */
export function isOpenFunction(name: string): boolean {
  const [namespace = '', ...rest] = name.toLowerCase().split('.');
  return rest.length === 0 || FUNCTION_NAMESPACES.has(namespace);
}

export const isOpenProcedure = (name: string): boolean => PROCEDURES.has(name.toLowerCase());

/** Refuses what EXPLAIN shows to do anything but read. */
export function refuseUnlessReading(summary: ResultSummary): void {
  if (!summary.plan) throw refusal('run without a plan');
  if (/w|s/.test(summary.queryType)) throw refusal('write to the store');
  refuseOperators(summary.plan);
}

function refuseOperators(plan: Plan): void {
  const operator = plan.operatorType.replace(/@.*$/, '');
  if (FORBIDDEN_OPERATOR.test(operator)) throw refusal(`use ${operator}`);
  if (/^Show/.test(operator) && !SHOWS.has(operator)) throw refusal(`use ${operator}`);
  if (WRITING_OPERATOR.test(operator)) throw refusal('write to the store');
  if (/^ProcedureCall/.test(operator)) refuseProcedure(String(plan.arguments.Details ?? ''));
  for (const child of plan.children) refuseOperators(child);
}

/** Refuses what plans do not show: functions of plug-ins. */
export function refuseStrangeFunctions(text: string): void {
  for (const name of namespacedCalls(text)) {
    const namespace = name.slice(0, name.indexOf('.'));
    if (!FUNCTION_NAMESPACES.has(namespace) && !PROCEDURES.has(name)) throw refusal(`call ${name}`);
  }
}

function refuseProcedure(details: string): void {
  const name = (/^\s*([^\s(]+)\s*\(/.exec(details)?.[1] ?? '').replaceAll('`', '').toLowerCase();
  if (!PROCEDURES.has(name)) throw refusal(`call ${name || 'this procedure'}`);
}

function refusal(deed: string): LacunaError {
  return new LacunaError('refused', `Only statements that read are allowed here: this one would ${deed}.`);
}
