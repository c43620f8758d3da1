import { Refused } from '@/lib/core/errors';

/** How a deed ended: the code of its refusal, or done. Anything else that is thrown is a bug and stays one. */
export function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error) => (error instanceof Refused ? error.code : Promise.reject(error)),
  );
}

/** The refusal that a deed ended with. */
export async function refused(work: Promise<unknown>): Promise<Refused> {
  const end = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (end instanceof Refused) return end;
  throw end ?? new Error('It was done');
}
