/** What the page of the sign-in shows; it has no script. */
export interface SignInView {
  /** Where to go afterwards, an address of the page. */
  next: string;
  /** Whether a token can be given; else the browser asks for name and password. */
  byToken: boolean;
  /** Why the last attempt failed. */
  problem?: string;
  /** What who is signed in already may do. */
  role?: 'reader' | 'editor' | null;
}

export const SIGN_IN_PATH = '/login';
export const SIGN_OUT_PATH = '/logout';
export const SIGN_IN_STYLE_PATH = '/login.css';

const STANDING = {
  reader: 'You are signed in to read.',
  editor: 'You are signed in to read and to change things.',
};

export function signInPage({ next, byToken, problem, role = null }: SignInView): string {
  return page(`<h1>Lacuna</h1>
${role === null ? '' : signedIn(role)}${byToken ? form(next, problem) : askedByBrowser(next)}`);
}

/**
 * Comes back by itself as a request of this site: a link of another site is followed without the session's cookie, which
 * `SameSite=Strict` keeps back.
 */
export function comeBackPage(next: string): string {
  return page(
    `<p>Opening <a href="${escaped(next)}">Lacuna</a></p>`,
    `<meta http-equiv="refresh" content="0; url=${escaped(next)}">`,
  );
}

const page = (body: string, head = ''): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Sign in to Lacuna</title>
<link rel="stylesheet" href="${SIGN_IN_STYLE_PATH}">
${head}
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

const form = (
  next: string,
  problem: string | undefined,
): string => `<form method="post" action="${SIGN_IN_PATH}">
<input type="hidden" name="next" value="${escaped(next)}">
<label for="token">Token</label>
<input id="token" name="token" type="password" required autofocus autocomplete="current-password" spellcheck="false"
 aria-describedby="${problem === undefined ? 'hint' : 'problem hint'}"${problem === undefined ? '' : ' aria-invalid="true"'}>
${problem === undefined ? '' : `<p id="problem" role="alert">${escaped(problem)}</p>`}
<p id="hint">Whoever runs this server can tell you the token.</p>
<button type="submit">Sign in</button>
</form>`;

const askedByBrowser = (next: string): string => `<p>This server asks for a name and a password.</p>
<p><a href="${escaped(next)}">Sign in</a></p>`;

const signedIn = (role: 'reader' | 'editor'): string => `<form method="post" action="${SIGN_OUT_PATH}">
<p>${STANDING[role]}</p>
<p><a href="/">Open the map</a></p>
<button type="submit">Sign out</button>
</form>
`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const SIGN_IN_STYLE = `:root { color-scheme: light dark; }
body {
  margin: 0; min-height: 100vh; display: grid; place-items: center;
  font: 16px/1.5 system-ui, sans-serif; color: #1c2733; background: #f5f7f9;
}
main { box-sizing: border-box; width: min(22rem, 100vw - 2rem); padding: 2rem; border-radius: 8px; background: #fff;
  border: 1px solid #d5dce3; }
h1 { margin: 0 0 1rem; font-size: 1.4rem; }
form + form { margin-top: 1.5rem; padding-top: 1.5rem; border-top: 1px solid #d5dce3; }
label { display: block; font-weight: 600; }
input { box-sizing: border-box; width: 100%; margin-top: .25rem; padding: .5rem; font: inherit; color: inherit;
  background: transparent; border: 1px solid #76838f; border-radius: 4px; }
p { margin: .5rem 0; }
#hint { color: #54616d; font-size: .9rem; }
#problem { color: #b3261e; font-weight: 600; }
button { padding: .5rem 1rem; font: inherit; font-weight: 600; color: #fff; background: #1f5f99; border: 0; border-radius: 4px;
  cursor: pointer; }
a { color: #1f5f99; }
:focus-visible { outline: 2px solid #1f5f99; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  body { color: #e3e8ed; background: #14191f; }
  main { background: #1c232b; border-color: #36414c; }
  form + form { border-color: #36414c; }
  #hint { color: #a9b4bf; }
  #problem { color: #ff9a90; }
  button { color: #10161c; background: #8cc1f2; }
  a { color: #8cc1f2; }
  :focus-visible { outline-color: #8cc1f2; }
}
`;
