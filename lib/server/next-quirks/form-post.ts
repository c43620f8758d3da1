import type { IncomingMessage } from 'node:http';

type Headers = Pick<IncomingMessage, 'headers'>['headers'];

/** Whether a post to a page says that it comes from another site's page, or from nowhere that an address could name. */
export function isForeignPost({ origin, host, 'x-forwarded-host': forwarded }: Headers): boolean {
  if (origin === undefined) return false;
  // As Next reads it, which would answer 500: the name that the proxy was asked for, if it says so.
  const asked = String(forwarded ?? host ?? '')
    .split(',', 1)[0]!
    .trim();
  try {
    return new URL(origin).host !== asked;
  } catch {
    return true;
  }
}

/**
 * The bytes of a post's body, which have all arrived, leaving them in the stream for its reader; null when more of it is
 * still on its way, as of a form with a picture.
 */
export function peekBody(request: IncomingMessage): Buffer | null {
  if (!request.complete) return null;
  const body = request.read() as Buffer | null;
  // Before the stream emits 'end', which it does not while it has unread bytes.
  if (body) request.unshift(body);
  return body ?? Buffer.alloc(0);
}

/**
 * Whether a page could read a post. Next 16.4 answers 500 to what it cannot, and logs a fault. Actions take a form, which
 * React writes as parts of one multipart body; any other body of a page's post is never read.
 */
export async function isReadablePost(headers: Headers, body: Buffer): Promise<boolean> {
  const type = headers['content-type'] ?? '';
  const called = headers['next-action'] !== undefined;
  if (!type.startsWith('multipart/form-data')) return !called;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  if (!form) return false;
  return called
    ? areArguments(form, '', '0') && isList(String(form.get('0')))
    : [...form.keys()].every((name) => isActionPart(form, name));
}

// An action's own two, and what its form binds before them.
const mostArguments = 20;

function isList(text: string): boolean {
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) && list.length <= mostArguments;
}

// Of a form that was sent without scripts: which action it is for, and with what it was bound.
function isActionPart(form: FormData, name: string): boolean {
  const bound = /^\$ACTION_REF_(.*)$/.exec(name)?.[1];
  return bound === undefined || areArguments(form, `$ACTION_${bound}:`, '0');
}

/** Whether a part, and all that it refers to, can be decoded by React's `decodeReply`. */
function areArguments(form: FormData, prefix: string, id: string, seen = new Set<string>()): boolean {
  if (seen.has(id)) return true;
  seen.add(id);
  const text = form.get(prefix + id);
  if (typeof text !== 'string') return false;
  let known = true;
  try {
    JSON.parse(text, (_name, value: unknown) => {
      if (typeof value === 'string' && value.startsWith('$')) known &&= isReference(form, prefix, value, seen);
      return value;
    });
  } catch {
    return false;
  }
  return known;
}

// What React writes for plain values, forms and parts of the same body; no stream, no function, no map, no file is an argument of ours.
function isReference(form: FormData, prefix: string, text: string, seen: Set<string>): boolean {
  if (/^\$(\$|T|undefined$|NaN$|-0$|-?Infinity$|n-?\d{1,300}$|K[0-9a-f]+$)/.test(text)) return true;
  if (text.startsWith('$D')) return !Number.isNaN(Date.parse(text.slice(2)));
  // An object that stands in two places is written once, and named by its place in the other.
  const [, part, ...place] = /^\$@?([0-9a-f]+)((?::[^:]+)*)$/.exec(text) ?? [];
  if (part === undefined || !areArguments(form, prefix, part, seen)) return false;
  return isPlace(JSON.parse(String(form.get(prefix + part))), place[0]!.split(':').slice(1));
}

function isPlace(value: unknown, [name, ...rest]: string[]): boolean {
  if (name === undefined || (typeof value === 'string' && value.startsWith('$'))) return true;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false;
  return isPlace((value as Record<string, unknown>)[name], rest);
}
