import { EditorView } from '@codemirror/view';

const CODE = 'var(--mantine-font-family-monospace)';
const wave = (colour: string) => ({
  // NOTE: the package's own waves are data: addresses, which the server's content policy refuses.
  backgroundImage: 'none',
  textDecoration: `underline wavy ${colour} 1px`,
  textUnderlineOffset: '3px',
});

/** In the colours of the page, which the custom properties hold for light and dark. */
export const EDITOR_LOOK = EditorView.theme({
  '&': { height: '100%', fontSize: '12.5px', color: 'var(--ground-ink)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-1px', borderRadius: '6px' },
  '.cm-scroller': { fontFamily: CODE, lineHeight: '1.55', overflow: 'auto' },
  '.cm-content': { padding: '6px 0', caretColor: 'var(--ground-ink)' },
  '.cm-line': { padding: '0 10px 0 4px' },
  '.cm-gutters': { backgroundColor: 'transparent', border: '0', color: 'var(--ground-quiet)' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '26px', padding: '0 4px 0 8px', fontSize: '11px' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ground-ink)' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ground-ink)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--focus) 26%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--chosen)',
    outline: '1px solid var(--line-strong)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent' },
  '.cm-placeholder': { color: 'var(--ground-quiet)' },
  '.ly-keyword': { color: 'var(--kind-method)', fontWeight: '600' },
  '.ly-label': { color: 'var(--kind-task)' },
  '.ly-call': { color: 'var(--kind-model)' },
  '.ly-string': { color: 'var(--kind-dataset)' },
  '.ly-number, .ly-parameter': { color: 'var(--kind-metric)' },
  '.ly-comment': { color: 'var(--ground-quiet)', fontStyle: 'italic' },
  '.cm-lintRange-error': wave('var(--fewer)'),
  '.cm-lintRange-warning': wave('var(--kind-metric)'),
  '.cm-lintRange-active': { backgroundColor: 'var(--chosen)' },
  '.cm-tooltip': {
    zIndex: '30',
    border: '1px solid var(--line-strong)',
    borderRadius: '6px',
    backgroundColor: 'var(--ground-panel)',
    color: 'var(--ground-ink)',
    boxShadow: 'var(--lift)',
    overflow: 'hidden',
  },
  '.cm-diagnostic': {
    maxWidth: '440px',
    padding: '6px 10px',
    borderLeft: '3px solid var(--line-strong)',
    fontFamily: 'var(--mantine-font-family)',
    fontSize: '12px',
    lineHeight: '1.45',
    whiteSpace: 'pre-wrap',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--fewer)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--kind-metric)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: CODE,
    fontSize: '12px',
    maxHeight: '15em',
    minWidth: '220px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '16px',
    padding: '2px 8px',
    lineHeight: '1.5',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--chosen)',
    color: 'var(--ground-ink)',
    boxShadow: 'inset 3px 0 0 var(--focus)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': {
    marginLeft: '0',
    fontFamily: 'var(--mantine-font-family)',
    fontStyle: 'normal',
    fontSize: '11px',
    color: 'var(--ground-quiet)',
  },
  '.cm-tooltip.cm-completionInfo': {
    padding: '6px 10px',
    maxWidth: '320px',
    fontFamily: 'var(--mantine-font-family)',
    fontSize: '12px',
    lineHeight: '1.45',
  },
});
