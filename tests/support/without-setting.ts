import { env } from '@/lib/core/env';

/** Runs the work as a shop that has no address, no mail or no payments yet. */
export async function without<T>(
  missing: 'hasAddress' | 'hasMail' | 'hasPayments',
  work: () => Promise<T>,
): Promise<T> {
  const before = env[missing];
  env[missing] = false;
  try {
    return await work();
  } finally {
    env[missing] = before;
  }
}
