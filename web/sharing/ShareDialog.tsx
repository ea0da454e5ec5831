import { useState } from 'react';
import { Choice } from '../components/Choice.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { useOverlay } from '../state/overlay.ts';
import { DataPart } from './DataPart.tsx';
import { FilePart } from './FilePart.tsx';
import { LinkPart } from './LinkPart.tsx';
import { PicturePart } from './PicturePart.tsx';
import classes from './ShareDialog.module.css';

const PARTS = {
  link: { label: 'Link', Part: LinkPart },
  picture: { label: 'Picture', Part: PicturePart },
  data: { label: 'Data', Part: DataPart },
  file: { label: 'One file', Part: FilePart },
} as const;
type PartName = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as PartName[];

/** All ways in which what is on screen leaves the page. */
export default function ShareDialog() {
  const { close, text } = useOverlay();
  const [name, setName] = useState<PartName>(NAMES.find((known) => known === text) ?? 'link');
  const { Part } = PARTS[name];
  return (
    <ModalDialog title="Share and export" onClose={close}>
      <div className={classes.body}>
        <Choice
          label="What to make"
          value={name}
          onChange={(value) => setName(value)}
          options={NAMES.map((value) => ({ value, label: PARTS[value].label }))}
        />
        <Part />
      </div>
    </ModalDialog>
  );
}
