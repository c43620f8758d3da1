import { cookies } from 'next/headers';

import { sessionCookieOptions } from '@/lib/server/cookies';

const name = 'millet-code';

/** Remembers in this browser, and nowhere else, which mailed code it asked for. */
export async function keepCodeId(codeId: string): Promise<void> {
  (await cookies()).set(name, codeId, { ...sessionCookieOptions, maxAge: 30 * 60 });
}

/** Id of the mailed code that this browser asked for. */
export async function keptCodeId(): Promise<string | undefined> {
  return (await cookies()).get(name)?.value;
}

/** Forgets it. */
export async function dropCodeId(): Promise<void> {
  (await cookies()).delete({ name, path: '/', secure: sessionCookieOptions.secure });
}
