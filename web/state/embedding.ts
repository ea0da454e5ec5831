/** Whether the page shows the map alone, to be part of another page: `?embed`, or `embed=1` after the `#`. */
export function isEmbedded({ search, hash }: Pick<Location, 'search' | 'hash'>): boolean {
  return (
    new URLSearchParams(search).has('embed') ||
    new URLSearchParams(hash.replace(/^#/, '')).get('embed') === '1'
  );
}

/** The same view with all that Lacuna has around it. */
export function wholeAddress(href: string): string {
  const address = new URL(href);
  address.searchParams.delete('embed');
  address.hash = address.hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => part !== '' && part !== 'embed=1')
    .join('&');
  return address.href;
}

/** The same view with nothing but the map; safe within quotes of HTML. */
export function embedAddress(href: string): string {
  const address = new URL(href);
  address.search = '?embed';
  return address.href.replace(/&/g, '&amp;').replace(/"/g, '%22');
}
