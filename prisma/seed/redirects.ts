import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { saveRedirect } from '@/lib/redirects/commands';
import { saveRedirectInput } from '@/lib/redirects/schema';

import type { World } from './world';

const kept = [
  { from: '/pages/our-story', to: '/en/pages/about' },
  { from: '/blogs/news', to: '/en/releases' },
  { from: '/products/air-first-edition', to: '/en/products/foxtail-air' },
];

/** Addresses that the demo's brand had before it moved here, and that nothing else would lead anywhere. */
export async function seedRedirects({ cast, ago }: World): Promise<void> {
  for (const form of kept)
    await transact(saveRedirect)(cast.admin as SignedIn, saveRedirectInput.parse(form), { now: ago(388) });
}
