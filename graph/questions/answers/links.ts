const ADDRESS = /https?:\/\/([\w.-]+)((?:\/[\w.~%-]+)*)/gi;
/** Where the first part of the path says whose it is. */
const SHARED_HOSTS =
  /^(?:www\.)?(?:github\.com|gitlab\.com|huggingface\.co|bitbucket\.org|zenodo\.org|osf\.io)$/i;
/** Hosts that say nothing of who writes there. */
const ANYBODY =
  /^(?:www\.)?(?:arxiv\.org|doi\.org|dx\.doi\.org|github\.com|gitlab\.com|huggingface\.co|youtube\.com|bit\.ly|tinyurl\.com|zenodo\.org|osf\.io|bitbucket\.org|anonymous\.4open\.science)$/i;

/** Who is behind the addresses in a text: `github.com/MadryLab`, `example.org`; small letters as keys. */
export function ownersIn(text: string): Map<string, string> {
  const owners = new Map<string, string>();
  for (const [, host, path] of text.matchAll(ADDRESS)) {
    const owner = path?.split('/')[1];
    const name = SHARED_HOSTS.test(host!) && owner ? `${host}/${owner}` : host!;
    if (!ANYBODY.test(name)) owners.set(name.toLowerCase(), name);
  }
  return owners;
}
