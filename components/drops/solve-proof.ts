import type { Challenge } from '@/lib/drops/gate/challenge';

/** Solves the proof of work that staff asked for in this drop; undefined when there is none to be had. */
export async function solveProof(slug: string): Promise<string | undefined> {
  try {
    const response = await fetch(`/api/drops/${slug}/challenge`, { cache: 'no-store' });
    if (!response.ok) return undefined;
    const { algorithm, challenge, salt, signature, maxnumber } = (await response.json()) as Challenge;
    const { solveChallenge } = await import('altcha-lib/v1');
    const solution = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
    return solution ? btoa(JSON.stringify({ algorithm, challenge, number: solution.number, salt, signature })) : undefined;
  } catch {
    return undefined;
  }
}
