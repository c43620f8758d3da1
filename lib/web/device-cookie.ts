import { cookies } from 'next/headers';

import { sessionCookieOptions } from '@/lib/server/cookies';

const name = 'millet-device';
const lifeSeconds = 400 * 24 * 3600;

/** The proof that somebody signed in with this browser before; whose account it is for, only `isKnownDevice` can tell. */
export async function keptDevice(): Promise<string | undefined> {
  return (await cookies()).get(name)?.value;
}

/** Remembers that this browser signed in. Only inside an action. */
export async function keepDevice(device: string): Promise<void> {
  (await cookies()).set(name, device, { ...sessionCookieOptions, maxAge: lifeSeconds });
}
