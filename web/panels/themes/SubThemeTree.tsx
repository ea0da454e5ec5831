import { useState } from 'react';
import type { MappedTheme } from '../../../graph/contract.ts';
import { FoldSection } from '../../components/FoldSection.tsx';
import { decimals } from '../../components/figures.ts';
import { Icon } from '../../components/icons.tsx';
import { StabilityMeter } from '../../components/StabilityMeter.tsx';
import { ThemeDot } from '../../components/ThemeDot.tsx';
import { ThemeLink } from '../../components/ThemeLink.tsx';
import { count } from '../../components/words.ts';
import classes from './SubThemeTree.module.css';

/** Themes and what they are divided into. */
export function SubThemeTree({ themes }: { themes: readonly MappedTheme[] }) {
  const parts = themes.filter(({ parent }) => parent !== null);
  const divided = themes.filter(({ id }) => parts.some(({ parent }) => parent === id));
  if (divided.length === 0) return null;
  return (
    <FoldSection name="themes:sub" title="Themes and their sub-themes" aside={parts.length} open>
      <ul className={classes.tree}>
        {divided.map((theme) => (
          <Branch key={theme.id} theme={theme} parts={parts.filter(({ parent }) => parent === theme.id)} />
        ))}
      </ul>
    </FoldSection>
  );
}

function Branch({ theme, parts }: { theme: MappedTheme; parts: readonly MappedTheme[] }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <button type="button" className={classes.theme} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={classes.arrow}>
          <Icon name="chevron" size={12} />
        </span>
        <ThemeDot colour={theme.colour} />
        <span>{theme.label}</span>
        <span className={classes.count}>{parts.length}</span>
      </button>
      {open && (
        <ul className={classes.parts}>
          {parts.map((part) => (
            <li key={part.id}>
              <ThemeLink theme={part} />
              <span className={classes.facts}>
                {count(part.size, 'concept')}, {count(part.paperCount, 'paper')}
                {part.stability !== null && (
                  <>
                    <StabilityMeter value={part.stability} />
                    {decimals(part.stability, 2)}
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
