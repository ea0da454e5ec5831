import { createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { ServerConfig } from './config.ts';
import { hasSecrets, type Secrets } from './secrets.ts';

/** Editors may do all that the server lets anybody do, readers all but change things. */
export type Role = 'reader' | 'editor';

/** Who is who by what they show. Comparisons take as long whatever was guessed right. */
export interface Access {
  /** Of whoever shows nothing; null: nobody gets in so. */
  readonly anonymous: Role | null;
  /** Which ways in there are. */
  readonly byToken: boolean;
  readonly byPassword: boolean;
  roleOfToken(token: string): Role | null;
  /** By an `Authorization` header; undefined where it is of a kind that isn't asked for here, so no attempt. */
  roleOfAuthorization(header: string | undefined): Role | null | undefined;
  /** By a `Cookie` header. */
  roleOfSession(header: string | undefined): Role | null;
  /** What `Set-Cookie` says; no role ends the session. */
  sessionCookie(role: Role | null, isSecure: boolean): string;
}

const COOKIE = 'lacuna';
const SESSION = /^(reader|editor)\.(\d{1,15})\.([\w-]{43})$/;

/** `salt`, 32 random bytes, is known to nobody else: else who has a session could try by it what the secrets of others are. */
export function createAccess(
  secrets: Secrets,
  { openAccess, sessionMs }: Pick<ServerConfig, 'openAccess' | 'sessionMs'>,
  salt: Uint8Array,
): Access {
  const equals = createComparison();
  const { token, editorToken, basicAuth } = secrets;
  // Who has the only token there is may do all.
  const common: Role = editorToken === null ? 'editor' : 'reader';
  // A session outlives a restart where the salt does, and ends when any secret is another.
  const key = hasSecrets(secrets) ? scryptSync(JSON.stringify(secrets), salt, 32) : randomBytes(32);
  const sign = (role: Role, until: number): string =>
    createHmac('sha256', key).update(`${role}.${until}`).digest('base64url');

  const roleOfToken = (given: string): Role | null => {
    const isEditor = equals(given, editorToken);
    const isCommon = equals(given, token);
    return isEditor ? 'editor' : isCommon ? common : null;
  };
  return {
    anonymous: openAccess === 'read' ? 'reader' : hasSecrets(secrets) ? null : 'editor',
    byToken: token !== null || editorToken !== null,
    byPassword: basicAuth !== null,
    roleOfToken,
    roleOfAuthorization(header = '') {
      const [, scheme = '', given = ''] = /^(\w+) +(\S+) *$/.exec(header) ?? [];
      switch (scheme.toLowerCase()) {
        case 'bearer':
          return token !== null || editorToken !== null ? roleOfToken(given) : undefined;
        case 'basic':
          if (basicAuth === null) return undefined;
          return equals(Buffer.from(given, 'base64').toString('utf8'), basicAuth) ? common : null;
        default:
          return undefined;
      }
    },
    roleOfSession(header) {
      if (!hasSecrets(secrets)) return null;
      const [, role = '', until = '', signature = ''] = SESSION.exec(cookieIn(header ?? '')) ?? [];
      if (role !== 'reader' && role !== 'editor') return null;
      const isSigned = equals(signature, sign(role, Number(until)));
      const left = Number(until) - Date.now();
      // More is left than any session has: the clock was set back since.
      return isSigned && left > 0 && left <= sessionMs ? role : null;
    },
    sessionCookie(role, isSecure) {
      const until = Date.now() + sessionMs;
      const value = role === null ? '' : `${role}.${until}.${sign(role, until)}`;
      const seconds = role === null ? 0 : Math.floor(sessionMs / 1000);
      const parts = [`${COOKIE}=${value}`, 'Path=/', `Max-Age=${seconds}`, 'HttpOnly', 'SameSite=Strict'];
      return [...parts, ...(isSecure ? ['Secure'] : [])].join('; ');
    },
  };
}

/** Of texts of any length, by what a key that nobody knows makes of them. */
function createComparison(): (given: string, expected: string | null) => boolean {
  const key = randomBytes(32);
  const digest = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return (given, expected) => timingSafeEqual(digest(given), digest(expected ?? '')) && expected !== null;
}

function cookieIn(header: string): string {
  for (const pair of header.split(';')) {
    const [name = '', value = ''] = pair.trim().split('=', 2);
    if (name === COOKIE) return value;
  }
  return '';
}
