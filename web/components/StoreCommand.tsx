import classes from './StoreCommand.module.css';

/** A command for this explorer's papers, to be typed elsewhere. */
export function StoreCommand({ name }: { name: 'analyse' | 'backtest' }) {
  return (
    <div className={classes.command}>
      <pre>npm run lacuna -- {name} --store STORE</pre>
      <p>STORE is where this explorer's papers are kept, as given to --store.</p>
    </div>
  );
}
