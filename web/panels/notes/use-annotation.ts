/** What the user writes of a paper, concept or theme: shown at once, then stored; taken back where storing fails. */
import { useMutation } from '@tanstack/react-query';
import type { Annotated, Annotation, Annotations, NodeRef, PaperRef } from '../../../graph/contract.ts';
import { api } from '../../api.ts';
import { queryClient, useAnnotations } from '../../queries.ts';
import { useHistory } from '../../state/history.ts';

export interface Subject {
  readonly node: NodeRef;
  /** Null for concepts and themes. */
  readonly paper: PaperRef | null;
}

const NOTHING: Annotated = { note: '', tags: [], reading: null };
const KEY = ['annotations'];

function known(id: string): Annotation | undefined {
  return queryClient.getQueryData<Annotations>(KEY)?.annotations.find(({ node }) => node.id === id);
}

const saidOf = (annotation: Annotation | undefined): Annotated => {
  const { note, tags, reading } = annotation ?? NOTHING;
  return { note, tags, reading };
};

function put({ node, paper }: Subject, said: Annotated): void {
  queryClient.setQueryData<Annotations>(KEY, (data) => {
    if (!data) return data;
    const others = data.annotations.filter((one) => one.node.id !== node.id);
    const before = known(node.id) ?? { position: null, at: null };
    return { ...data, annotations: [...others, { ...before, node, paper, ...said }] };
  });
}

async function store(subject: Subject, said: Annotated): Promise<void> {
  await queryClient.cancelQueries({ queryKey: KEY });
  const before = saidOf(known(subject.node.id));
  put(subject, said);
  try {
    await api.annotate(subject.node.id, said);
  } catch (error) {
    put(subject, before);
    throw error;
  }
  // Nobody waits for the counts of tags.
  void queryClient.invalidateQueries({ queryKey: KEY });
  if (before.tags.join() !== said.tags.join()) void forgetTaggedMaps();
}

/** Maps that are narrowed to a tag. */
function forgetTaggedMaps(): Promise<void> {
  return queryClient.invalidateQueries({
    queryKey: ['graph'],
    predicate: ({ queryKey }) => (queryKey[1] as { tag?: unknown } | undefined)?.tag !== undefined,
  });
}

export type Part = Partial<Annotated>;

const NAMES: Readonly<Record<keyof Annotated, string>> = {
  note: 'note',
  tags: 'tags',
  reading: 'reading state',
};

/** Stores what is new as one step of the history; what is as it was is none. */
export async function say(subject: Subject, part: Part): Promise<void> {
  const { id, label } = subject.node;
  const before = saidOf(known(id));
  const parts = (Object.keys(part) as (keyof Annotated)[]).filter(
    (name) => JSON.stringify(part[name]) !== JSON.stringify(before[name]),
  );
  if (parts.length === 0) return;
  const partOf = (said: Part): Part => Object.fromEntries(parts.map((name) => [name, said[name]]));
  const [first, next] = [partOf(before), partOf(part)];
  const show = (said: Part) => store(subject, { ...saidOf(known(id)), ...said });
  await show(next);
  useHistory.getState().record({
    label: `${parts.map((name) => NAMES[name]).join(' and ')} of ${label}`,
    undo: () => show(first),
    redo: () => show(next),
  });
}

export function useAnnotation(subject: Subject) {
  const { data, error } = useAnnotations();
  const saving = useMutation({
    // One after the other, so that the last one said is the one that stays.
    scope: { id: `annotation ${subject.node.id}` },
    mutationFn: (part: Part) => say(subject, part),
  });
  const annotation = data?.annotations.find(({ node }) => node.id === subject.node.id);
  return { data, error, said: saidOf(annotation), saving };
}
