import { log } from '@/lib/core/log';

/**
 * What is made for each recipient of a notice. One for whom it fails is logged and left out, so that the others get theirs; if it
 * fails for all of them, the notice itself is wrong, and the failure is thrown.
 */
export function eachThatWorks<T, R>(kind: string, given: readonly T[], make: (one: T) => R): R[] {
  const made: R[] = [];
  const failures: unknown[] = [];
  for (const one of given) {
    try {
      made.push(make(one));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0 && made.length === 0) throw failures[0];
  if (failures.length > 0) log.error({ err: failures[0], kind, failed: failures.length }, 'notice not sent to some');
  return made;
}
