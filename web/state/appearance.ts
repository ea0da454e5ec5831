/** Light or dark: the user's choice, else the system's. */
import { create } from 'zustand';
import { colourProperties, type Scheme } from '../theme/palette.ts';

export const APPEARANCES = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

const STORAGE_KEY = 'lacuna.appearance';

/** Anything unknown counts as `system`. */
export function parseAppearance(text: string | null): Appearance {
  return APPEARANCES.find((appearance) => appearance === text) ?? 'system';
}

export function schemeOf(appearance: Appearance, systemIsDark: boolean): Scheme {
  if (appearance !== 'system') return appearance;
  return systemIsDark ? 'dark' : 'light';
}

interface AppearanceState {
  appearance: Appearance;
  scheme: Scheme;
  setAppearance(appearance: Appearance): void;
}

/** NOTE: storage throws where the user forbids it; the page then starts as the system says. */
function stored(): Appearance {
  try {
    return parseAppearance(globalThis.localStorage?.getItem(STORAGE_KEY) ?? null);
  } catch {
    return 'system';
  }
}

function store(appearance: Appearance): void {
  try {
    globalThis.localStorage?.setItem(STORAGE_KEY, appearance);
  } catch {
    // The choice holds until the page is closed.
  }
}

const systemDark = globalThis.matchMedia?.('(prefers-color-scheme: dark)');

export const useAppearance = create<AppearanceState>()((set) => {
  const appearance = stored();
  return {
    appearance,
    scheme: schemeOf(appearance, systemDark?.matches ?? false),
    setAppearance: (chosen) => {
      store(chosen);
      set({ appearance: chosen, scheme: schemeOf(chosen, systemDark?.matches ?? false) });
    },
  };
});

/** Writes the scheme and its colours on the document, now and after each change. */
export function applyAppearance(root: HTMLElement): void {
  const apply = ({ scheme }: AppearanceState) => {
    root.setAttribute('data-mantine-color-scheme', scheme);
    root.style.colorScheme = scheme;
    for (const [name, value] of Object.entries(colourProperties(scheme))) root.style.setProperty(name, value);
  };
  apply(useAppearance.getState());
  useAppearance.subscribe(apply);
  systemDark?.addEventListener('change', () => {
    const { appearance, setAppearance } = useAppearance.getState();
    if (appearance === 'system') setAppearance('system');
  });
}
