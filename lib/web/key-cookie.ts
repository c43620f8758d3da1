import { cookies } from 'next/headers';

import { sessionCookieOptions } from '@/lib/server/cookies';

type Page = 'setup' | 'invitation';

const nameOf = (page: Page) => `millet-${page}`;

/** Remembers in this browser the key of a one-time address, so that its address need not carry it. */
export async function keepKey(page: Page, key: string): Promise<void> {
  (await cookies()).set(nameOf(page), key, { ...sessionCookieOptions, maxAge: 60 * 60 });
}

/** The key that this browser came with. */
export async function keptKey(page: Page): Promise<string | undefined> {
  return (await cookies()).get(nameOf(page))?.value;
}

/** Forgets it. */
export async function dropKey(page: Page): Promise<void> {
  (await cookies()).delete({ name: nameOf(page), path: '/', secure: sessionCookieOptions.secure });
}
