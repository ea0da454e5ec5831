import { CONCEPT_KINDS, type ConceptKind } from '../../../graph/schema.ts';
import { Icon, type IconName } from '../../components/icons.tsx';
import { KindIcon } from '../../components/KindIcon.tsx';
import classes from './QuestionBox.module.css';

const ICONS: Readonly<Record<string, IconName>> = {
  question: 'question',
  author: 'person',
  venue: 'page',
  source: 'page',
  theme: 'fit',
};
const isConceptKind = (kind: string): kind is ConceptKind =>
  (CONCEPT_KINDS as readonly string[]).includes(kind);

/** What a completion is, by shape and word. */
export function CompletionKind({ kind }: { kind: string }) {
  return (
    <span className={classes.kind} data-kind={isConceptKind(kind) ? kind : undefined}>
      {isConceptKind(kind) ? (
        <KindIcon kind={kind} size={10} />
      ) : kind === 'paper' ? (
        <KindIcon kind="Paper" size={10} />
      ) : (
        <Icon name={ICONS[kind] ?? 'more'} size={12} />
      )}
      <span className={classes.word}>{kind.toLowerCase()}</span>
    </span>
  );
}
