import { looksLikeQuestion } from '../../state/ask.ts';

/** A name has so many words at most. */
const NAME_WORDS = 5;

/** Questions with a name that was asked for alone; none where the text is rather a question itself. Pure. */
export function questionsAbout(text: string): string[] {
  const name = text.trim();
  if (name === '' || looksLikeQuestion(name) || name.split(/\s+/).length > NAME_WORDS) return [];
  return [
    `What is ${name}?`,
    `Which papers mention ${name}?`,
    `How many papers mention ${name}?`,
    `What is ${name} used for?`,
    `When was ${name} first mentioned?`,
  ];
}
