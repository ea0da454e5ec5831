import classes from './ShareDialog.module.css';

export function FilePart() {
  return <section className={classes.part} aria-label="One file" />;
}
