import { signingKey } from '@/lib/core/keys';
import { proofOfWork, type WorkChallenge } from '@/lib/core/proof-of-work';
import { clock } from '@/lib/core/time';

export type Challenge = WorkChallenge;

// About a quarter of a second of one phone core on average: nothing to a fan, much to a thousand bots.
const work = proofOfWork(signingKey('drops.proof'), 60_000);

/** A proof of work for one member in one drop, good for ten minutes. */
export function makeChallenge(dropId: string, memberId: string, now: Date): Promise<Challenge> {
  return work.challenge({ drop: dropId, member: memberId }, now);
}

/** Whether a request's body brings the solved challenge that this member was given for this drop. */
export async function isSolved(body: unknown, dropId: string, memberId: string): Promise<boolean> {
  const proof = (body as { proof?: unknown } | null | undefined)?.proof;
  return (await work.solved(proof, { drop: dropId, member: memberId }, clock())) !== null;
}
