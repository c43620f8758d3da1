import { runSlow } from '@/lib/outside/slow';

import { passwordText } from './password-text';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password with argon2id. */
export function hashPassword(password: string): Promise<string> {
  return runSlow('hashPassword', { password: passwordText(password), cost });
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password fits. Without a hash it takes as long and answers false, so that timing does not reveal which addresses are known.
 * Hashes from before passwords were put in one form fit what was typed then.
 */
export async function passwordFits(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const known = passwordHash ?? (await (decoy ??= hashDecoy()));
  let fits = false;
  for (const each of new Set([passwordText(password), password]))
    fits ||= await runSlow('passwordFits', { passwordHash: known, password: each });
  return fits && Boolean(passwordHash);
}

// Kept only once it is made: when too much waits it may be refused.
function hashDecoy(): Promise<string> {
  const made = hashPassword('nobody has this password');
  made.catch(() => (decoy = undefined));
  return made;
}
