import type { FormAction } from '@/components/forms/reachable';
import type { WorkChallenge } from '@/lib/core/proof-of-work';
import type { Outcome } from '@/lib/web/outcome';

/** Has the browser do the work that is asked for, and sends its solution with the form. */
export const withWork =
  <T>(ask: FormAction<WorkChallenge>, send: FormAction<T>): FormAction<T> =>
  async (before, form) => {
    const asked = await ask({ status: 'idle' }, form);
    if (asked.status !== 'done') return asked;
    const proof = await solve(asked.data).catch(() => null);
    if (!proof) return refused;
    form.set('proof', proof);
    return send(before, form);
  };

async function solve({ algorithm, challenge, salt, signature, maxnumber }: WorkChallenge): Promise<string | null> {
  const { solveChallenge } = await import('altcha-lib/v1');
  const solution = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
  return solution && btoa(JSON.stringify({ algorithm, challenge, number: solution.number, salt, signature }));
}

const refused: Outcome<never> = { status: 'refused', problem: { code: 'phone-work' }, fields: {}, typed: {} };
