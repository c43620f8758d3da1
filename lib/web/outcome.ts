import type { Problem } from '@/lib/core/field-problems';

export type { Problem };

/** What an action answers to its form. */
export type Outcome<T = undefined> =
  | { status: 'idle' }
  | { status: 'done'; data: T }
  | { status: 'refused'; problem: Problem; fields: Record<string, Problem>; typed: Record<string, string> };

export const idle: Outcome<never> = { status: 'idle' };
