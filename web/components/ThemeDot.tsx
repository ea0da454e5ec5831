import { useAppearance } from '../state/appearance.ts';
import { themeColour } from '../theme/palette.ts';

/** A theme's colour; its name always stands beside it. */
export function ThemeDot({ colour, size = 10 }: { colour: number; size?: number }) {
  const scheme = useAppearance((state) => state.scheme);
  return (
    <svg width={size} height={size} viewBox="0 0 10 10" aria-hidden="true" focusable="false">
      <rect width="10" height="10" rx="3" fill={themeColour(colour, scheme)} />
    </svg>
  );
}
