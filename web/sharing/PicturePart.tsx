import { Button } from '@mantine/core';
import { useState } from 'react';
import { Choice } from '../components/Choice.tsx';
import { Icon } from '../components/icons.tsx';
import { currentDrawing, type Drawing } from '../sigma/current-drawing.ts';
import { type Background, type PictureChoice, pictureSize } from './picture/draw-picture.ts';
import { makePng, makeSvg, SCALES, type Scale } from './picture/make-picture.ts';
import classes from './ShareDialog.module.css';
import { fileName, saveBlob } from './save-blob.ts';
import { drawnIds } from './scope.ts';
import { useWork } from './use-work.ts';
import { today, viewInWords } from './view-words.ts';
import { WorkNews } from './WorkNews.tsx';
import { sizeInWords } from './words.ts';

/** The map as it stands on screen, as pixels or as shapes. */
export function PicturePart() {
  const [form, setForm] = useState<'png' | 'svg'>('png');
  const [scale, setScale] = useState<`${Scale}`>('2');
  const [background, setBackground] = useState<Background>('map');
  const [legend, setLegend] = useState(true);
  const [title, setTitle] = useState('');
  const { work, start } = useWork<string>();
  const drawing = currentDrawing();
  if (!drawing) return <p>There is no map on screen to make a picture of.</p>;
  const choice: PictureChoice = { title, legend, background, about: aboutOf(drawing) };
  const { width, height } = pictureSize(drawing, choice);
  const factor = form === 'png' ? Number(scale) : 1;

  function save() {
    start(async () => {
      const now = currentDrawing();
      if (!now) throw new Error('there is no map on screen.');
      const blob = form === 'svg' ? makeSvg(now, choice) : await makePng(now, choice, Number(scale) as Scale);
      saveBlob(blob, fileName(title, form));
      return sizeInWords(blob.size);
    });
  }

  return (
    <section className={classes.part} aria-label="Picture">
      <p>
        What the map shows now, from where it is seen. SVG holds shapes and text that a drawing program can
        change.
      </p>
      <label className={classes.field}>
        <span>Title</span>
        <input value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <div className={classes.choices}>
        <Choice
          label="Form"
          value={form}
          onChange={(value) => setForm(value)}
          options={[
            { value: 'png', label: 'PNG' },
            { value: 'svg', label: 'SVG' },
          ]}
        />
        {form === 'png' && (
          <Choice
            label="Scale"
            value={scale}
            onChange={(value) => setScale(value)}
            options={SCALES.map((value) => ({ value: `${value}` as const, label: `${value}×` }))}
          />
        )}
        <Choice
          label="Background"
          value={background}
          onChange={(value) => setBackground(value)}
          options={[
            { value: 'map', label: 'As on screen' },
            { value: 'none', label: 'No background' },
          ]}
        />
      </div>
      <label className={classes.tick}>
        <input type="checkbox" checked={legend} onChange={(event) => setLegend(event.target.checked)} />
        With the legend
      </label>
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="download" size={13} />}
          onClick={save}
        >
          Save picture
        </Button>
        <span className={classes.quiet}>
          {Math.round(width * factor)} × {Math.round(height * factor)} pixels
        </span>
      </div>
      <WorkNews work={work} busy="Drawing …" done="Saved," />
    </section>
  );
}

function aboutOf({ scene }: Drawing): string {
  const shown = scene.view ? viewInWords(scene.view, drawnIds(scene).length) : '';
  return `${shown} · made with Lacuna, ${today()}`;
}
