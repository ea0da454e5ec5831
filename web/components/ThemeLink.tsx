import type { ThemeSummary } from '../../graph/contract.ts';
import { openTarget } from '../navigation.ts';
import classes from '../panels/panel.module.css';
import { TargetLink } from './TargetLink.tsx';
import { ThemeDot } from './ThemeDot.tsx';

interface Props {
  theme: ThemeSummary;
  /** 0 to 1, shown in percent. */
  share?: number;
}

export function ThemeLink({ theme, share }: Props) {
  return (
    <TargetLink target={{ type: 'theme', id: theme.id }} className={classes.theme} onOpen={openTarget}>
      <ThemeDot colour={theme.colour} size={9} />
      {theme.label}
      {share !== undefined && <span className={classes.share}>{Math.round(share * 100)} %</span>}
    </TargetLink>
  );
}
