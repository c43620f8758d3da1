import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { saveBrand, setOpening } from '@/lib/brand/commands';

import type { World } from './world';

/** Names the demo brand and opens it. Its mark, pictures and colours are those that come with the program. */
export async function seedBrand({ cast, ago }: World): Promise<void> {
  const data = {
    name: { en: 'Foxtail Audio', zh: 'Foxtail Audio' },
    shortName: { en: 'Foxtail', zh: 'Foxtail' },
    tagline: {
      en: 'Earphones that leave your ears open. Made with the people who wear them.',
      zh: '不堵耳朵的耳机，和戴它的人一起做出来。',
    },
    card: '/brand/card.png',
    currency: 'USD',
  };
  await transact(saveBrand)(cast.admin as SignedIn, { shown: 0, locale: 'en', data }, { now: ago(400) });
  const open = { shown: 0, open: true, line: '', lineZh: '', reason: '' };
  await transact(setOpening)(cast.admin as SignedIn, open, { now: ago(400) });
}
