import type { SignedIn } from '@/lib/core/actor';
import { makeFactorDevice } from '@/lib/members/confirm-session';

import { keepDevice } from './device-cookie';

/** Remembers that the actor gave their second factor with this browser. Only inside an action. */
export async function keepFactorDevice(actor: SignedIn): Promise<void> {
  const proof = makeFactorDevice(actor);
  if (proof) await keepDevice(proof, 'factor');
}
