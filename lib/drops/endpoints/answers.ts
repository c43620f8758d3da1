import { answer, type Answer } from '@/lib/core/endpoint';
import { countRefusal, type Terms, type TermsWave } from '../gate';

/** A refusal by one of a drop's endpoints, counted for its report. */
export function refuse(drop: Terms, status: number, error: string, more?: Record<string, unknown>): Answer {
  countRefusal(drop.id, error);
  return more ? answer(status, { error, ...more }) : (plain[error] ??= answer(status, { error }));
}

// The same refusal is sent thousands of times a second: one object serves them all.
const plain: Record<string, Answer> = {};

/** Why nothing can be had of a wave at a moment: closed, or not open yet, with the opening and the server's clock in milliseconds; null while it is open. */
export function notOpen(drop: Terms, wave: TermsWave | undefined, now: Date): Answer | null {
  if (!wave || drop.cancelledAt || now >= wave.closesAt) return refuse(drop, 409, 'closed');
  return now < wave.opensAt ? notYet(drop, wave, now) : null;
}

/** The answer to a claim before the opening. */
export function notYet(drop: Terms, wave: TermsWave, now: Date): Answer {
  return refuse(drop, 409, 'not-open', { opensAt: wave.opensAt.toISOString(), now: now.getTime() });
}
