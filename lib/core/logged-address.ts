// A signature as links in mails carry it behind the id of a row (lib/core/link-key.ts): 43 letters of base64url.
const signature = /\.[\w-]{43}(?![\w-])/g;

/** An address as the log keeps it: without the signatures that open what it leads to, and without what somebody typed into its query. */
export function loggedAddress(address: unknown): unknown {
  if (typeof address !== 'string') return address;
  const [path = '', query] = address.split('?', 2);
  return `${path.replace(signature, '.[redacted]')}${query === undefined ? '' : '?[redacted]'}`;
}
