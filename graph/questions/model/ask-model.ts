import type { Answer } from '../../contract.ts';
import { answerBy, ask } from '../ask.ts';
import type { Desk } from '../draft.ts';
import { PLAN_INSTRUCTIONS, SUMMARY_INSTRUCTIONS } from './instructions.ts';
import type { LanguageModel } from './language-model.ts';
import { readPlan } from './read-plan.ts';
import { readSummary, sentencesToCite } from './summary.ts';

/**
 * Lets a model write the plan, which is checked, carried out and shown as any other, and sum up what was found, of
 * which only what its citations bear out is kept. Where the model fails, the question is read by its words, and the
 * answer says so.
 */
export async function askModel(
  question: string,
  desk: Desk,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<Answer> {
  const written = await said(model, PLAN_INSTRUCTIONS, { question }, signal);
  const plan = written === null ? null : readPlan(written, desk.vocabulary);
  if (!plan) {
    const answer = await ask(question, desk);
    const why = written === null ? 'gave no answer' : 'wrote no plan that can be used';
    return {
      ...answer,
      message: `${answer.message} (${model.name} ${why}, so the question was read by its words.)`,
    };
  }
  const answer = await answerBy(plan, question, desk, { readings: [], ignored: [] });
  const byModel: Answer = { ...answer, planner: 'model', model: model.name };
  const sentences = sentencesToCite(answer);
  if (answer.status !== 'answered' || sentences.length === 0) return byModel;
  const sources = sentences.map(({ sentence }, i) => ({ number: i + 1, sentence }));
  const told = await said(model, SUMMARY_INSTRUCTIONS, { question, sentences: sources }, signal);
  return { ...byModel, summary: told === null ? null : readSummary(told, sentences, answer.value) };
}

/** What the model says to data, or null where it says nothing that can be used, in time. */
async function said(
  model: LanguageModel,
  instructions: string,
  data: unknown,
  signal: AbortSignal,
): Promise<string | null> {
  if (signal.aborted) return null;
  try {
    return await model.complete(
      [
        { role: 'system', content: instructions },
        { role: 'user', content: JSON.stringify(data) },
      ],
      signal,
    );
  } catch {
    return null;
  }
}
