import { LacunaError } from '../../graph/errors.ts';
import type { PaperSource } from './paper-source.ts';
import { type FetchSettings, fetchEnvironmentName } from './settings.ts';

/** Throws `input` where the source asks for an address to write to and there is none. */
export function checkContact(source: PaperSource, settings: FetchSettings): void {
  if (!source.needsContact || settings.contact !== null) return;
  const setting = fetchEnvironmentName('contact');
  throw new LacunaError(
    'input',
    `${source.title} asks who is asking: give an e-mail address of yours with --contact or ${setting}. ` +
      'It is sent to it with every request, and to nobody else.',
    { details: { setting } },
  );
}
