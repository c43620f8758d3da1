import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';

import type { Key } from './keys';
import { after, minute } from './time';

type Payload = Exclude<Parameters<typeof verifySolution>[0], string>;
export type WorkChallenge = Awaited<ReturnType<typeof createChallenge>>;

/** How long a challenge may be answered. */
export const workMinutes = 10;

/**
 * Work for a browser to do before it may go on: nothing to a person, much to a thousand bots. `mostTries`
 * says how much work it is at most. https://altcha.org/docs/v2/
 */
export function proofOfWork(key: Key, mostTries: number) {
  // altcha takes its key as a text.
  let asText: string | undefined;
  const text = () => (asText ??= key.bytes().toString('hex'));
  return {
    /** A challenge for what the parameters name, good for ten minutes. */
    challenge: (params: Record<string, string>, now: Date): Promise<WorkChallenge> =>
      createChallenge({ hmacKey: text(), maxNumber: mostTries, expires: after(now, workMinutes * minute), params }),
    /** The name of the challenge that this is the solution of, if it was given for these parameters and is good yet; null for anything else. */
    solved: async (proof: unknown, params: Record<string, string>, now: Date): Promise<string | null> => {
      if (typeof proof !== 'string' || proof.length > 2_000) return null;
      try {
        const payload = JSON.parse(Buffer.from(proof, 'base64').toString()) as Payload;
        // altcha digests salt and number side by side: a number with letters could take over the salt's end, where the expiry stands.
        if (!Number.isSafeInteger(payload.number)) return null;
        const given = extractParams(payload);
        if (Object.entries(params).some(([name, value]) => given[name] !== value)) return null;
        // By the moment that everything else is judged by: altcha would ask the machine's clock.
        if (!(Number(given.expires) * 1000 > now.getTime())) return null;
        return (await verifySolution(payload, text(), false)) ? payload.challenge : null;
      } catch {
        return null;
      }
    },
  };
}
