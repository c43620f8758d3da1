import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';

import type { Outcome } from '@/lib/web/outcome';

export type FormAction<T> = (before: Outcome<T>, form: FormData) => Promise<Outcome<T>>;

/**
 * The same action, which answers a network that was lost as a refusal: the form stays with all that was typed. What is done is told
 * at once: the page that comes with the answer may put another form in this one's place. On the server it is the action itself, so that
 * the form can be posted without scripts.
 */
export function reachable<T>(action: FormAction<T>, onLeave: () => void, onDone?: (data: T) => void): FormAction<T> {
  if (typeof window === 'undefined') return action;
  return async (before, form) => {
    try {
      const outcome = await action(before, form);
      if (outcome.status === 'done') onDone?.(outcome.data);
      return outcome;
    } catch (error) {
      rethrowNavigation(error, onLeave);
      return { status: 'refused', problem: { code: problemOf(error) }, fields: {}, typed: {} };
    }
  };
}

// An action that sends its visitor on ends with an error that Next must see.
function rethrowNavigation(error: unknown, onLeave: () => void): void {
  try {
    unstable_rethrow(error);
  } catch (navigation) {
    onLeave();
    throw navigation;
  }
}

function problemOf(error: unknown): string {
  if (unstable_isUnrecognizedActionError(error)) return 'page-outdated';
  return navigator.onLine ? 'unreachable' : 'offline';
}
