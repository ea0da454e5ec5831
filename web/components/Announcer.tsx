import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { cachedName } from '../queries.ts';
import { useAnnouncement } from '../state/announcement.ts';
import { TARGET_WORDS, useSelection } from '../state/selection.ts';
import { useView } from '../state/view.ts';
import { count } from './words.ts';

/** Says to screen readers what the eye sees on the map: what was selected, how many stand out, what is left. */
export function Announcer() {
  const current = useSelection((state) => state.current);
  const marked = useView((state) => state.marked);
  const client = useQueryClient();
  const [text, setText] = useState('');

  const said = useRef('');

  useEffect(() => {
    // Only what is new of the selection, so that other news stand until then.
    function tell(words: string) {
      if (said.current === words) return;
      said.current = words;
      setText(words);
    }
    function announce() {
      if (marked.size > 0) return tell(`${count(marked.size, 'result')} shown on the map`);
      if (!current) return tell('Nothing selected');
      const name = cachedName(current);
      if (name) tell(`Selected ${TARGET_WORDS[current.type]}: ${name}`);
    }
    announce();
    // NOTE: the cache tells its news while components render, when nothing may be set.
    return client.getQueryCache().subscribe(() => queueMicrotask(announce));
  }, [current, marked, client]);

  const { text: news, turn } = useAnnouncement();
  useEffect(() => {
    if (turn > 0) setText(news);
  }, [news, turn]);

  return (
    <div className="sr-only" role="status" aria-live="polite">
      {text}
    </div>
  );
}
