import { day, minute } from './time';

/** How often a picture of another site is asked for before it is given up. */
export const mostAttempts = 8;

/** How long to wait after so many attempts: 1, 4, 16, 64 minutes and so on, at most a day. */
export function waitAfter(attempts: number): number {
  return Math.min(minute * 4 ** (attempts - 1), day);
}
