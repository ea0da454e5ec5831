/** The tour: what a first visitor should know, each beside the part of the page that it speaks of. */
export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** Finds the part; where it is not to be seen, the step stands in the middle. */
  readonly beside: string;
}

export const TOUR_STEPS: readonly TourStep[] = [
  {
    title: 'The map',
    text: 'Papers and the concepts in them. What is near belongs together; colours are research themes, shapes are kinds. Come nearer to see more; click to read; double click to see all neighbours.',
    beside: '[data-region="map"]',
  },
  {
    title: 'Legend and outline',
    text: 'Click a theme to see it alone, a kind to hide it. The outline lists the same as the map, for the keyboard.',
    beside: '[data-region="legend"]',
  },
  {
    title: 'Find anything',
    text: 'Type a paper, a concept or a theme; typing errors are forgiven. Press / from anywhere.',
    beside: '#search',
  },
  {
    title: 'Themes and gaps',
    text: 'The other pages tell how steady each theme is, what has never been connected, and how well such gaps foretold in earlier years.',
    beside: 'nav[aria-label="Pages"]',
  },
  {
    title: 'Nothing is lost',
    text: 'Ctrl+Z takes back whatever you did to the view or the data. Ctrl+K lists every command, ? every key.',
    beside: 'header',
  },
];
