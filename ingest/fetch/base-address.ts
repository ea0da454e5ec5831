import { LacunaError } from '../../graph/errors.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * An interface's address without the slash at its end. Throws `input`, naming the setting, for what is neither https
 * nor http on this machine, and for one that carries a user, a query or a fragment.
 */
export function parseBaseAddress(text: string, setting: string): string {
  const refuse = (what: string): LacunaError =>
    new LacunaError('input', `Setting ${setting} ${what}.`, { details: { setting } });
  if (!URL.canParse(text)) throw refuse('is not an address such as https://api.example.org');
  const url = new URL(text);
  const isLoopback = url.protocol === 'http:' && LOOPBACK.test(url.hostname);
  if (url.protocol !== 'https:' && !isLoopback) throw refuse('must be https, or http on this machine');
  if (url.username || url.password) throw refuse('must hold no user and no password');
  if (url.search || url.hash) throw refuse('must hold no ? and no #');
  return url.href.replace(/\/+$/, '');
}
