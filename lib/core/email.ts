import { z } from 'zod';

import { cleanLine } from './fields';

const longest = 254;
// What RFC 5322 allows without quotes before the @.
const local = /^(?=.{1,64}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const domain = new RegExp(`^(?:${label}\\.)+(?!\\d+$)${label}$`);
const noDomain = /[\s:/?#@[\]\\%|^<>]/;

/**
 * An e-mail address in the one spelling that is kept: small letters, the domain as the name service knows it (中国 as
 * xn--fiqs8s). Null for what is none.
 */
export function asEmail(text: string): string | null {
  if (text.length > 1_000) return null;
  const typed = cleanLine(text).normalize('NFKC').toLowerCase();
  const at = typed.lastIndexOf('@');
  const [name, host] = [typed.slice(0, at), hostOf(typed.slice(at + 1))];
  return at > 0 && host && local.test(name) && name.length + 1 + host.length <= longest ? `${name}@${host}` : null;
}

/** An e-mail address as a field. */
export const emailField = z.string().transform((text, ctx) => {
  const email = asEmail(text);
  if (email) return email;
  ctx.addIssue({ code: 'custom', message: cleanLine(text.slice(0, 1_000)) ? 'code:bad-email' : 'code:required' });
  return z.NEVER;
});

// The browser and Node know internationalised names by the same rules (UTS 46).
function hostOf(name: string): string | null {
  if (!name || noDomain.test(name)) return null;
  try {
    const { hostname } = new URL(`https://${name}`);
    return domain.test(hostname) ? hostname : null;
  } catch {
    return null;
  }
}
