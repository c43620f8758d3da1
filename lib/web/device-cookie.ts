import { cookies } from 'next/headers';

import { sessionCookieOptions } from '@/lib/server/cookies';

const nameOf = (proof: Proof) => `millet-${proof}`;

/** What a browser proves: that an account signed in with it, or that it gave the second factor there. */
type Proof = 'device' | 'factor';
const lifeSeconds = 400 * 24 * 3600;

/** The proof that somebody signed in with this browser before; whose account it is for, only `isKnownDevice` can tell. */
export async function keptDevice(proof: Proof = 'device'): Promise<string | undefined> {
  return (await cookies()).get(nameOf(proof))?.value;
}

/** Remembers that this browser signed in. Only inside an action. */
export async function keepDevice(device: string, proof: Proof = 'device'): Promise<void> {
  (await cookies()).set(nameOf(proof), device, { ...sessionCookieOptions, maxAge: lifeSeconds });
}
