import { env } from '@/lib/core/env';

/** Runs the work as a shop that has no mail or no payments yet. */
export async function without<T>(missing: 'hasMail' | 'hasPayments', work: () => Promise<T>): Promise<T> {
  const before = env[missing];
  env[missing] = false;
  try {
    return await work();
  } finally {
    env[missing] = before;
  }
}
