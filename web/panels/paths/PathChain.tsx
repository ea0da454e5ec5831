import type { Paths } from '../../../graph/contract.ts';
import { NodeRefLink } from '../../components/NodeRefLink.tsx';
import { relationInWords } from '../../components/relation-words.ts';
import { useView } from '../../state/view.ts';
import { MarkedSentence } from '../MarkedSentence.tsx';
import panel from '../panel.module.css';
import classes from './paths.module.css';

type Path = Paths['paths'][number];
type Step = Path['steps'][number];

/** From one end to the other: what stands there, and what ties it to the next, with the sentence that says so. */
export function PathChain({ path: { nodes, steps } }: { path: Path }) {
  return (
    <ol className={`plain ${classes.chain}`}>
      {nodes.map((node, i) => (
        <li key={node.id}>
          <Stop node={node} />
          {steps[i] && nodes[i + 1] && <StepLine step={steps[i]} from={node} to={nodes[i + 1]!} />}
        </li>
      ))}
    </ol>
  );
}

/** Pointed at or focused, it stands out on the map. */
function Stop({ node }: { node: Path['nodes'][number] }) {
  const hover = useView((state) => state.hover);
  return (
    <span className={classes.stop}>
      <NodeRefLink node={{ ...node, colour: null }} onHover={(inside) => hover(inside ? node.id : null)} />
    </span>
  );
}

function StepLine({
  step,
  from,
  to,
}: {
  step: Step;
  from: Path['nodes'][number];
  to: Path['nodes'][number];
}) {
  const { paper } = step;
  const elsewhere = paper && paper.id !== from.id && paper.id !== to.id ? paper : null;
  return (
    <div className={classes.step}>
      <span className={classes.type}>{stepWords(step.type, from.kind === 'Paper')}</span>
      {step.sentences.map(({ sentence, marks }) => (
        <p key={sentence} className={panel.evidence}>
          <MarkedSentence sentence={sentence} marks={marks} />
        </p>
      ))}
      {step.sentences.length > 1 && (
        <p className={classes.source}>No sentence names both; this paper has one for each.</p>
      )}
      {elsewhere && (
        <p className={classes.source}>
          <NodeRefLink node={{ id: elsewhere.id, kind: 'Paper', label: elsewhere.label, colour: null }} />
          {elsewhere.year !== null && `, ${elsewhere.year}`}
        </p>
      )}
    </div>
  );
}

const TURNED: Readonly<Record<string, string>> = { MENTIONS: 'mentioned in', INTRODUCES: 'introduced in' };

function stepWords(type: string, fromPaper: boolean): string {
  return (fromPaper ? undefined : TURNED[type]) ?? relationInWords(type);
}
