import { buildRoot } from './page-key';
import { listPublicFiles } from './build-files';
import { isLawWhileClosed } from './closed-law';
import { normalAddress } from './normal-address';

/**
 * What everybody is answered while the site is closed, each with the reason; all else is for staff. Whole paths, so that no address is
 * let in by how it begins, with the exception of next-auth's.
 */
export const answeredWhileClosed: readonly { path: RegExp; method?: 'POST'; why: string }[] = [
  { path: /^\/api\/health$/, why: 'load balancers ask it' },
  { path: /^\/metrics$/, why: 'it has a token of its own' },
  { path: /^\/api\/auth\/[\w-]+(\/[\w-]+)?$/, why: 'staff sign in with it' },
  { path: /^\/api\/webhooks\/(demo|stripe)$/, method: 'POST', why: 'gateways speak of what was paid before' },
  { path: /^\/(en|zh)\/(sign-in|forgot|confirm)$/, why: 'staff sign in, and prove their address' },
  { path: /^\/(en|zh)\/news$/, method: 'POST', why: 'the form of the closed page' },
  { path: /^\/(en|zh)\/news\/(confirm|leave)$/, why: 'the links of its mails' },
  {
    path: /^\/(en|zh)\/manifest\.webmanifest$/,
    why: 'it says what the closed page shows, and browsers ask for it without the cookies of staff',
  },
  { path: /^\/brand-icons\/[a-z]+-\d+-[0-9a-f]{16}\.png$/, why: 'the icon that the closed page shows, in other sizes' },
  { path: isLawWhileClosed, why: 'who asks for addresses, and what becomes of them' },
  { path: /^\/(en|zh)\/(setup|invitation)$/, why: 'how the first administrator and the team come in' },
];

let files: ReadonlySet<string> | null = null;

/** Whether an address is a file that comes with the program. */
export function isProgramFile(url: string): boolean {
  const path = url.split('?', 1)[0]!;
  if (path.startsWith(buildRoot)) return normalAddress(path) === path;
  return (files ??= new Set(listPublicFiles())).has(path);
}

/** Whether everybody is answered at this address while the site is closed. */
export function isAnsweredWhileClosed(method: string, url: string): boolean {
  const path = url.split('?', 1)[0]!;
  return answeredWhileClosed.some((each) => each.path.test(path) && (!each.method || each.method === method));
}
