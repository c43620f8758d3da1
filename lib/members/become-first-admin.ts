import type { Actor } from '@/lib/core/actor';
import { reading, transact, type Options } from '@/lib/core/context';
import { clock } from '@/lib/core/time';

import { makeFirstAdmin, type Proved } from './commands';
import { hashPassword } from './password';
import { requireSetupKey } from './setup-key';

type Wish = { key: string; name: string; handle: string; email: string; password: string; locale: string };

/** Makes whoever has the key of the set-up page the first administrator. */
export async function becomeFirstAdmin(
  actor: Actor,
  { password, ...wish }: Wish,
  options: Options = {},
): Promise<Proved> {
  const now = options.now ?? clock();
  await requireSetupKey(reading(actor, now), wish.key);
  return transact(makeFirstAdmin)(actor, { ...wish, passwordHash: await hashPassword(password) }, { ...options, now });
}
