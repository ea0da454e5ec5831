const NAME = 'token';

/** Takes `token` out of an address of ours: what it was, and the address without it. */
export function addressWithoutToken(url: string): { token: string | null; rest: string } {
  const at = url.indexOf('?');
  if (at < 0) return { token: null, rest: url };
  const query = new URLSearchParams(url.slice(at + 1));
  const token = query.get(NAME);
  if (token === null) return { token: null, rest: url };
  query.delete(NAME);
  const left = query.toString();
  return { token, rest: left ? `${url.slice(0, at)}?${left}` : url.slice(0, at) };
}
