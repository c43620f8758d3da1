import { cookies } from 'next/headers';

import { sessionCookieOptions } from '@/lib/server/cookies';

/** By which way a code went: mailed, or to a phone. */
type Way = 'code' | 'phone';

const nameOf = (way: Way) => (way === 'phone' ? 'millet-phone-code' : 'millet-code');

/** Remembers in this browser, and nowhere else, which code it asked for. */
export async function keepCodeId(codeId: string, way: Way = 'code'): Promise<void> {
  (await cookies()).set(nameOf(way), codeId, { ...sessionCookieOptions, maxAge: 30 * 60 });
}

/** Id of the code that this browser asked for. */
export async function keptCodeId(way: Way = 'code'): Promise<string | undefined> {
  return (await cookies()).get(nameOf(way))?.value;
}

/** Forgets it. */
export async function dropCodeId(way: Way = 'code'): Promise<void> {
  (await cookies()).delete({ name: nameOf(way), path: '/', secure: sessionCookieOptions.secure });
}
