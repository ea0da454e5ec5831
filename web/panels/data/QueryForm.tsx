import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { FetchEstimate, Fetching, FetchRequest, FetchSource } from '../../../graph/contract.ts';
import { ApiFailure, api } from '../../api.ts';
import { Failure } from '../../components/Failure.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { count } from '../../components/words.ts';
import { useFetching } from '../../queries.ts';
import { isBusy, useIngest } from '../../state/ingest.ts';
import { timeSpan } from './ingest-words.ts';
import classes from './QueryForm.module.css';
import { isRequest, type QueryFields, requestOf } from './query-fields.ts';

/** Papers by query, from a service that is asked only when a button says so. */
export function QueryForm() {
  const { data, error, refetch } = useFetching();
  if (error) return <Failure what="This could not be loaded." error={error} onRetry={() => void refetch()} />;
  if (!data) return <PanelSkeleton />;
  if (data.off !== null) return <p className={classes.note}>{data.off}</p>;
  return <Form fetching={data} />;
}

const EMPTY: QueryFields = { text: '', from: '', to: '', max: '200', contact: '', withAbstract: true };

function Form({ fetching }: { fetching: Fetching }) {
  const [name, setName] = useState<FetchSource>(fetching.sources[0]!.name);
  const [fields, setFields] = useState(EMPTY);
  const [counted, setCounted] = useState<{ of: string; words: string } | null>(null);
  const [asking, setAsking] = useState(false);
  const busy = useIngest(isBusy);
  const fetchPapers = useIngest((state) => state.fetch);
  const source = fetching.sources.find((one) => one.name === name)!;
  const needsContact = source.needsContact && !fetching.hasContact;
  const ready = isRequest(fields, { needsContact, most: fetching.max });
  const request: FetchRequest = requestOf(name, fields);
  const key = JSON.stringify(request);
  const set = (part: Partial<QueryFields>) => setFields({ ...fields, ...part });

  async function countFirst() {
    setAsking(true);
    const words = await api
      .countPapers(request)
      .then(estimateInWords, (error: unknown) =>
        error instanceof ApiFailure ? error.message : 'Something went wrong in the page itself.',
      );
    setAsking(false);
    setCounted({ of: key, words });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (ready && !busy) void fetchPapers(request);
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      <div className={classes.fields}>
        <NativeSelect
          size="xs"
          label="Ask"
          value={name}
          data={fetching.sources.map((one) => ({ value: one.name, label: one.title }))}
          onChange={(event) => setName(event.currentTarget.value as FetchSource)}
        />
        <TextInput
          size="xs"
          className={classes.text}
          label="Query"
          value={fields.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          className={classes.year}
          label="From year"
          inputMode="numeric"
          value={fields.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          className={classes.year}
          label="To year"
          inputMode="numeric"
          value={fields.to}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          className={classes.year}
          label="At most"
          inputMode="numeric"
          value={fields.max}
          onChange={(event) => set({ max: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          className={classes.contact}
          label={needsContact ? 'Your e-mail address' : 'Your e-mail address (optional)'}
          type="email"
          value={fields.contact}
          onChange={(event) => set({ contact: event.currentTarget.value })}
        />
      </div>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={fields.withAbstract}
          onChange={(event) => set({ withAbstract: event.currentTarget.checked })}
        />
        Only papers with an abstract, where the source can tell
      </label>
      <p className={classes.note}>
        The query{fields.contact || fetching.hasContact ? ' and the address' : ''} will be sent to{' '}
        <strong>{source.host}</strong>, and nowhere else.
        {needsContact && ` ${source.title} asks for an address that it may write to.`}
      </p>
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!ready || asking}
          onClick={() => void countFirst()}
        >
          Count first
        </Button>
        <Button size="compact-sm" variant="default" type="submit" disabled={!ready || busy}>
          Get and add
        </Button>
        <span role="status" className={classes.note}>
          {asking ? `Asking ${source.title}` : counted?.of === key ? counted.words : ''}
        </span>
      </div>
    </form>
  );
}

function estimateInWords({ total, records, requests, seconds }: FetchEstimate): string {
  return (
    `${count(total, 'paper')} found; ${records.toLocaleString('en')} would be got, by ` +
    `${count(requests, 'request')}, in ${timeSpan(seconds)} or more.`
  );
}
