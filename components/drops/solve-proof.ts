import { getJson } from '@/components/ask-server';
import { api } from '@/lib/core/paths';
import type { Challenge } from '@/lib/drops/gate/challenge';

/** Solves the proof of work that staff asked for in this drop; undefined when there is none to be had. */
export async function solveProof(slug: string): Promise<string | undefined> {
  try {
    const asked = await getJson<Challenge>(api('drops', slug, 'challenge'));
    if (!asked) return undefined;
    const { algorithm, challenge, salt, signature, maxnumber } = asked;
    const { solveChallenge } = await import('altcha-lib/v1');
    const solution = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
    return solution
      ? btoa(JSON.stringify({ algorithm, challenge, number: solution.number, salt, signature }))
      : undefined;
  } catch {
    return undefined;
  }
}
