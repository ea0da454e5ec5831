import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Answer, FILE_FORMATS } from '../../../graph/contract.ts';
import { api } from '../../api.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { CypherButton } from '../../components/CypherButton.tsx';
import { Icon, type IconName } from '../../components/icons.tsx';
import { fileName, saveBlob } from '../../sharing/save-blob.ts';
import { START, serialisePlace } from '../../state/address.ts';
import classes from './Answered.module.css';
import { answerCsv, answerMarkdown } from './answer-text.ts';
import { showAnswer } from './show-answer.ts';

/** What can be done with an answer. */
export function AnswerActions({ answer }: { answer: Answer }) {
  const [failed, setFailed] = useState<string | null>(null);
  const { question, papers, rows, cypher } = answer;
  if (!cypher && papers.length === 0) return null;
  const here = new URL(serialisePlace({ ...START, page: 'ask', question }), location.href).href;
  const csv = () =>
    saveBlob(new Blob([answerCsv(answer)], { type: 'text/csv;charset=utf-8' }), fileName(question, 'csv'));
  async function bibtex() {
    setFailed(null);
    try {
      const nodes = { id: papers.map(({ id }) => id) };
      const file = await api.exportFile({ format: 'bibtex', title: question.slice(0, 100), nodes });
      saveBlob(file, fileName(question, FILE_FORMATS.bibtex.ending));
    } catch (error) {
      setFailed(error instanceof Error ? error.message : 'The page could not make the file.');
    }
  }
  const button = (icon: IconName, label: string, onClick: () => void) => (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<Icon name={icon} size={13} />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
  return (
    <fieldset className={classes.actions} aria-label="With this answer">
      {papers.length > 0 && button('eye', 'Show on the map', () => void showAnswer(answer))}
      {papers.length > 0 && <CopyButton text={answerMarkdown(answer, here)} label="Copy as Markdown" />}
      {rows.length > 0 && button('download', 'CSV', csv)}
      {papers.length > 0 && button('download', 'BibTeX', () => void bibtex())}
      {cypher && <CypherButton cypher={cypher} />}
      {failed && <p role="alert">No file: {failed}</p>}
    </fieldset>
  );
}
