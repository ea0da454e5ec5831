/** The page's few pictograms: 16 by 16, drawn in the colour of the text. */
const PATHS = {
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.3 7.8 3.4 3.4',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  forward: 'M6.5 3.5 11 8l-4.5 4.5',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  check: 'm3 8.5 3.2 3.2L13 5',
  close: 'm4 4 8 8m0-8-8 8',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M12.8 3.2l-1.1 1.1M4.3 11.7l-1.1 1.1',
  moon: 'M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7Z',
  system: 'M2 3h12v8H2zM5.5 13.5h5',
  console: 'M2 3h12v10H2zM4.5 6l2 2-2 2M8.5 10.5h3',
  target: 'M8 3.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4ZM8 1v2.5M8 12.5V15M1 8h2.5M12.5 8H15',
  expand: 'M8 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3ZM9.2 6.8l3-3M6.8 9.2l-3 3M6.8 6.8l-3-3M9.2 9.2l3 3',
  link: 'M6.5 9.5l3-3M7 4.6l1.5-1.5a2.8 2.8 0 0 1 4 4L11 8.5M9 11.4l-1.5 1.5a2.8 2.8 0 0 1-4-4L5 7.5',
  outward: 'M6 3H3v10h10v-3M9 2.8h4.2V7M13 3 7.5 8.5',
  panel: 'M2 3h12v10H2zM6 3v10',
  chevron: 'm5.5 3.5 4.5 4.5-4.5 4.5',
  play: 'M5 3.2v9.6L12.6 8Z',
  stop: 'M4 4h8v8H4z',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  download: 'M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11',
  star: 'm8 2 1.8 3.8 4.2.6-3 2.9.7 4.2L8 11.5l-3.7 2 .7-4.2-3-2.9 4.2-.6Z',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8ZM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z',
  undo: 'M5.5 3 2.8 5.7l2.7 2.7M3 5.7h6.4a3.6 3.6 0 0 1 0 7.2H6',
  redo: 'm10.5 3 2.7 2.7-2.7 2.7M13 5.7H6.6a3.6 3.6 0 0 0 0 7.2H10',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  filter: 'M2.5 3.5h11L9.3 8.6v4.2L6.7 11.5V8.6Z',
  path: 'M3.8 10.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6ZM12.2 2.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6ZM5.6 12h3a2 2 0 0 0 2-2V9.4M10.4 4H7.6',
  compare: 'M2.5 3.5h4.5v9H2.5zM9 3.5h4.5v9H9z',
  box: 'M2.5 4.5v-2h2M7 2.5h2M11.5 2.5h2v2M13.5 7v2M13.5 11.5v2h-2M9 13.5H7M4.5 13.5h-2v-2M2.5 9V7',
  lasso: 'M8 2.5c3.3 0 6 1.8 6 4s-2.7 4-6 4-6-1.8-6-4 2.7-4 6-4ZM5 10.2c-1.4 1.6-.4 3.3 1.4 3.3',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  question: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM6.2 6.4A1.8 1.8 0 1 1 8 8.4v.6M8 11.3h.01',
  person: 'M8 2.8a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8ZM3.2 13.4a4.8 4.8 0 0 1 9.6 0',
  page: 'M4 2h5.5L12.5 5v9H4zM9.3 2v3.2h3.2',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
