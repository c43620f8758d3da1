import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';

import { signingKey } from '@/lib/core/keys';
import { after, minute } from '@/lib/core/time';

type Payload = Exclude<Parameters<typeof verifySolution>[0], string>;
export type Challenge = Awaited<ReturnType<typeof createChallenge>>;

// About a quarter of a second of one phone core on average: nothing to a fan, much to a thousand bots.
const mostTries = 60_000;

/** A proof of work for one member in one drop, good for ten minutes. https://altcha.org/docs/v2/ */
export function makeChallenge(dropId: string, memberId: string, now: Date): Promise<Challenge> {
  return createChallenge({
    hmacKey: proofKey(),
    maxNumber: mostTries,
    expires: after(now, 10 * minute),
    params: { drop: dropId, member: memberId },
  });
}

/** Whether a request's body brings the solved challenge that this member was given for this drop. */
export async function isSolved(body: unknown, dropId: string, memberId: string): Promise<boolean> {
  const proof = (body as { proof?: unknown } | null | undefined)?.proof;
  if (typeof proof !== 'string' || proof.length > 2_000) return false;
  try {
    const payload = JSON.parse(Buffer.from(proof, 'base64').toString()) as Payload;
    // altcha digests salt and number side by side: a number with letters could take over the salt's end, where the expiry stands.
    if (!Number.isSafeInteger(payload.number)) return false;
    const { drop, member } = extractParams(payload);
    return drop === dropId && member === memberId && (await verifySolution(payload, proofKey()));
  } catch {
    return false;
  }
}

// altcha takes its key as a text.
const key = signingKey('drops.proof');
let asText: string | undefined;
const proofKey = () => (asText ??= key.bytes().toString('hex'));
