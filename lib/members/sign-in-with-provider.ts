import { inTransaction, type Options } from '@/lib/core/context';
import { guest } from '@/lib/core/actor';
import { clock } from '@/lib/core/time';
import { memberOfProvider, type Proved, type ProviderProfile } from './commands';

import { refuseSuspended } from './sign-in';

/** Signs in whoever an OAuth provider vouches for. */
export async function signInWithProvider(profile: ProviderProfile, options: Options = {}): Promise<Proved> {
  const proved = await inTransaction(guest, (ctx) => memberOfProvider(ctx, profile), options);
  await refuseSuspended(proved.memberId, options.now ?? clock());
  return proved;
}
