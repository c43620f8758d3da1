import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { saveMarket } from '@/lib/markets/commands';

import { demoMarket } from './market-data';
import type { World } from './world';

/** Says where the demo brand sends its parcels, for how much, under which taxes and who sells. */
export async function seedMarket({ cast, ago }: World): Promise<void> {
  await transact(saveMarket)(
    cast.admin as SignedIn,
    { shown: 0, locale: 'en', data: demoMarket, reason: '' },
    { now: ago(400) },
  );
}
