import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react';
import { Boundary } from '../components/Boundary.tsx';
import { PanelSkeleton } from '../components/PanelSkeleton.tsx';
import { PAGE_NAMES, type Page } from '../state/page.ts';
import classes from './PageArea.module.css';

type OtherPage = Exclude<Page, 'map'>;

/** Each comes over the wire when it is first opened. */
const CONTENTS: Readonly<Record<OtherPage, LazyExoticComponent<ComponentType>>> = {
  ask: lazy(() => import('./ask/AskPage.tsx')),
  themes: lazy(() => import('./themes/ThemesPage.tsx')),
  gaps: lazy(() => import('./gaps/GapsPage.tsx')),
  terms: lazy(() => import('./terms/TermsPage.tsx')),
  reading: lazy(() => import('./reading/ReadingPage.tsx')),
  matrix: lazy(() => import('./matrix/MatrixPage.tsx')),
  data: lazy(() => import('./data/DataPage.tsx')),
  help: lazy(() => import('./help/HelpPage.tsx')),
  record: lazy(() => import('./record/RecordPage.tsx')),
};

/** In place of the map and its sidebar: another page. */
export function PageArea({ page }: { page: OtherPage }) {
  const Content = CONTENTS[page];
  return (
    <main className={classes.page} data-region="page" tabIndex={-1} aria-label={PAGE_NAMES[page]} key={page}>
      <Boundary what="This page stopped working.">
        <Suspense fallback={<PanelSkeleton />}>
          <Content />
        </Suspense>
      </Boundary>
    </main>
  );
}
