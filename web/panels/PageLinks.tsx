import type { MouseEvent } from 'react';
import { currentPlace, serialisePlace } from '../state/address.ts';
import { PAGE_NAMES, PAGES, type Page, usePage } from '../state/page.ts';
import classes from './PageLinks.module.css';

/** The pages, as links: a click opens one here, a new tab opens it there. */
export function PageLinks() {
  const { page: current, show } = usePage();
  function open(event: MouseEvent, page: Page) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    show(page);
  }
  return (
    <nav aria-label="Pages" className={classes.pages}>
      {PAGES.map((page) => (
        <a
          key={page}
          className={classes.page}
          href={serialisePlace({ ...currentPlace(), page }) || '#'}
          aria-current={page === current ? 'page' : undefined}
          onClick={(event) => open(event, page)}
        >
          {PAGE_NAMES[page]}
        </a>
      ))}
    </nav>
  );
}
