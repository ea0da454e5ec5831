import { segmentText } from '../../components/segments.ts';
import { nameMarks } from './name-marks.ts';

/** A sentence with these names marked where they stand in it. */
export function MarkedSentence({ sentence, names }: { sentence: string; names: readonly string[] }) {
  return segmentText(sentence, nameMarks(sentence, names)).map(({ start, text, payload }) =>
    payload === null ? text : <mark key={start}>{text}</mark>,
  );
}
