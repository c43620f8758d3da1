import type { Problem } from '@/lib/core/endpoint';
import type { Refused } from '@/lib/core/errors';

/** What the API refuses with: the status and the meaning of each code. Callers decide by the code; the words may change. */
export const problems = {
  'bad-json': { status: 400, message: 'The body is not a JSON object, or longer than 64 KiB.' },
  'key-missing': { status: 401, message: 'Send a key: Authorization: Bearer mlt_…' },
  'key-unknown': { status: 401, message: 'This key does not work: it is unknown, was revoked, or has ended.' },
  forbidden: { status: 403, message: 'The key lacks the scope for this, or its maker may not do this any more.' },
  'not-found': { status: 404, message: 'There is no such thing.' },
  'order-moved-on': { status: 409, message: 'The order’s state does not allow this.' },
  'refund-running': { status: 409, message: 'The order is being refunded.' },
  'parcel-over': { status: 409, message: 'More is named than is left to send of the order.' },
  'payment-disputed': { status: 409, message: 'The payer’s bank questions the payment.' },
  invalid: { status: 422, message: 'A parameter or a field of the body is missing or wrong.' },
  'cursor-unknown': { status: 422, message: 'This cursor was not given by this shop. Begin again without one.' },
  'idempotency-key-reused': { status: 422, message: 'This Idempotency-Key was used for another request.' },
  'rate-limited': { status: 429, message: 'Too many requests. Wait for as many seconds as Retry-After says.' },
  failed: { status: 500, message: 'Something broke on our side. It is in the log under the id of the request.' },
  busy: { status: 503, message: 'The shop cannot answer just now. Try again soon.' },
} as const satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof problems;

const challenge = { 'www-authenticate': 'Bearer realm="admin"' };
const wrongKey = { 'www-authenticate': 'Bearer realm="admin", error="invalid_token"' };

/** How a refusal is answered: with its own words where it has some that help, else with those of its code. */
export function problemOf(code: string, refused?: Refused): Problem {
  const known = (problems as Record<string, Problem>)[code];
  const { status, message } = known ?? { status: 409, message: refused?.message ?? code };
  const own = code === 'invalid' && refused && refused.message !== code;
  return { status, message: own ? refused.message : message, headers: headersOf(code) };
}

function headersOf(code: string): Record<string, string> | undefined {
  if (code === 'key-missing') return challenge;
  return code === 'key-unknown' ? wrongKey : undefined;
}
