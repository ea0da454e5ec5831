import { segmentText } from '../components/segments.ts';

interface Props {
  sentence: string;
  /** Offsets into the sentence. */
  marks: readonly { start: number; end: number }[];
}

/** A sentence with what it is about marked in it. */
export function MarkedSentence({ sentence, marks }: Props) {
  const all = marks.map(({ start, end }) => ({ start, end, payload: true }));
  return segmentText(sentence, all).map((segment) =>
    segment.payload ? <mark key={segment.start}>{segment.text}</mark> : segment.text,
  );
}
