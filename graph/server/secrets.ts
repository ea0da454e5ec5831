import { LacunaError } from '../errors.ts';

/** What people must show to be let in; null where it isn't asked for. */
export interface Secrets {
  /** Of those who read; of those who change things too, where there is no token for these. */
  token: string | null;
  /** Of those who change things. */
  editorToken: string | null;
  /** `user:password`, for the same people as `token`. */
  basicAuth: string | null;
}

export const NO_SECRETS: Secrets = { token: null, editorToken: null, basicAuth: null };

const TOKEN = /^[\x21-\x7e]{16,512}$/;
const USER_AND_PASSWORD = /^[^:\p{Cc}]{1,64}:[^\p{Cc}]{12,512}$/u;
const TOKEN_RULE =
  'must have 16 to 512 letters, digits or signs and no spaces; `openssl rand -hex 24` makes one.';
const PASSWORD_RULE = 'must be user:password, the password of 12 to 512 characters.';

/** The variable of each, in order. */
export const SECRET_VARIABLES = {
  token: 'LACUNA_TOKEN',
  editorToken: 'LACUNA_EDITOR_TOKEN',
  basicAuth: 'LACUNA_BASIC_AUTH',
} as const satisfies Record<keyof Secrets, string>;

/**
 * From the environment alone: whoever may list processes reads a command line. They are no settings, so that none of them is
 * hashed into a tag or logged. Throws `input`, naming the variable and never what it holds.
 */
export function parseSecrets(env: Readonly<Record<string, string | undefined>>): Secrets {
  const read = (name: keyof Secrets, form: RegExp, rule: string): string | null => {
    const value = env[SECRET_VARIABLES[name]];
    if (!value) return null;
    if (!form.test(value)) throw wrong(name, rule);
    return value;
  };
  const secrets = {
    token: read('token', TOKEN, TOKEN_RULE),
    editorToken: read('editorToken', TOKEN, TOKEN_RULE),
    basicAuth: read('basicAuth', USER_AND_PASSWORD, PASSWORD_RULE),
  };
  if (secrets.token !== null && secrets.token === secrets.editorToken) {
    throw wrong('editorToken', `must not be the same as ${SECRET_VARIABLES.token}: readers would have it.`);
  }
  return secrets;
}

export const hasSecrets = (secrets: Secrets): boolean =>
  Object.values(secrets).some((secret) => secret !== null);

function wrong(name: keyof Secrets, rule: string): LacunaError {
  return new LacunaError('input', `Setting ${SECRET_VARIABLES[name]}: ${rule}`, {
    details: { setting: name },
  });
}
