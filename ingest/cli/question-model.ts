import type { LanguageModel } from '../../graph/questions/model/language-model.ts';
import { Budget } from '../extract/llm/budget.ts';
import { ChatClient } from '../extract/llm/chat-client.ts';
import { parseLlmSettings } from '../extract/llm/settings.ts';

/** The language model that the environment names, for questions. Throws `input` where it names none. */
export function openQuestionModel(env: Readonly<Record<string, string | undefined>>): LanguageModel {
  const settings = parseLlmSettings(env);
  const client = new ChatClient(settings, new Budget(settings));
  return { name: settings.model, complete: (messages, signal) => client.ask(messages, signal) };
}
