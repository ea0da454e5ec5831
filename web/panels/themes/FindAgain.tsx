import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { type AnalysisRequest, RESOLUTION, type Themes } from '../../../graph/contract.ts';
import { ALGORITHMS, type Algorithm } from '../../../graph/schema.ts';
import { AnalysisProgress } from './AnalysisProgress.tsx';
import { useAnalysisRun } from './analysis-run.ts';
import classes from './FindAgain.module.css';
import { isResolution, RESOLUTION_STEPS, resolutionAt, resolutionInWords, stepOf } from './resolution.ts';

/** Any 32-bit integer. */
const SEED_PATTERN = /^-?\d{1,10}$/;
const MOST_SEED = 2_147_483_647;

const ALGORITHM_CHOICES: Readonly<Record<Algorithm, string>> = {
  louvain: 'Louvain, by consensus',
  leiden: 'Leiden, by consensus',
};

/** Another algorithm, another resolution, another seed: runs on the server, and the map follows. */
export function FindAgain({ themes }: { themes: Themes }) {
  const { job, start, look } = useAnalysisRun();
  const former = formerOf(themes);
  const [algorithm, setAlgorithm] = useState<Algorithm>(former?.algorithm ?? 'louvain');
  const [resolution, setResolution] = useState(String(former?.resolution ?? RESOLUTION.usual));
  const [seed, setSeed] = useState(String(former?.seed ?? 1));
  const meaning = useId();
  const reason = useId();
  useEffect(() => void look(), [look]);

  const running = job?.state === 'running';
  const value = Number(resolution);
  const resolutionFits = resolution.trim() !== '' && isResolution(value);
  const seedFits = SEED_PATTERN.test(seed.trim()) && Math.abs(Number(seed)) <= MOST_SEED;
  const { editable } = themes;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!editable || running || !resolutionFits || !seedFits) return;
    void start({ algorithm, resolution: value, seed: Number(seed) }, former);
  }

  return (
    <section className={classes.again} aria-label="Find themes again">
      <form className={classes.form} onSubmit={submit}>
        <NativeSelect
          size="xs"
          label="Algorithm"
          value={algorithm}
          disabled={!editable}
          data={ALGORITHMS.map((name) => ({ value: name, label: ALGORITHM_CHOICES[name] }))}
          onChange={(event) => setAlgorithm(event.currentTarget.value as Algorithm)}
        />
        <div className={classes.resolution}>
          <TextInput
            size="xs"
            label="Resolution"
            inputMode="decimal"
            value={resolution}
            disabled={!editable}
            error={resolutionFits ? undefined : `${RESOLUTION.least} to ${RESOLUTION.most}`}
            aria-describedby={meaning}
            className={classes.number ?? ''}
            onChange={(event) => setResolution(event.currentTarget.value)}
          />
          <div className={classes.slide}>
            <input
              type="range"
              aria-label="Resolution, by ratios"
              aria-valuetext={`${resolution}: ${resolutionFits ? resolutionInWords(value) : 'out of bounds'}`}
              min={0}
              max={RESOLUTION_STEPS}
              step={1}
              value={resolutionFits ? stepOf(value) : RESOLUTION_STEPS / 2}
              disabled={!editable}
              onChange={(event) => setResolution(String(resolutionAt(Number(event.currentTarget.value))))}
            />
            <span id={meaning} className={classes.meaning}>
              {resolutionFits ? resolutionInWords(value) : 'out of bounds'}
            </span>
          </div>
        </div>
        <TextInput
          size="xs"
          label="Seed"
          inputMode="numeric"
          value={seed}
          disabled={!editable}
          error={seedFits ? undefined : 'A whole number'}
          className={classes.number ?? ''}
          onChange={(event) => setSeed(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="xs"
          variant="default"
          disabled={!editable || running || !resolutionFits || !seedFits}
          aria-describedby={editable ? undefined : reason}
        >
          Find themes
        </Button>
      </form>
      {!editable && (
        <p id={reason} className={classes.note}>
          This server was started for reading only, so themes can't be found again from here.
        </p>
      )}
      <AnalysisProgress onAgain={(request) => void start(request, former)} />
    </section>
  );
}

/** With what the themes that are shown were found; null where nobody knows. */
function formerOf({ algorithm, resolution, seed }: Themes): AnalysisRequest | null {
  if (algorithm === null || resolution === null || seed === null) return null;
  return { algorithm, resolution, seed };
}
