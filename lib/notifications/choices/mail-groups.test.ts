import { expect, it } from 'vitest';

import { notices } from '@/lib/domains-notices';

import { staffNotices } from '../notices';
import { groupOf } from './mail-groups';

it('mails to members are in a group of their own, those to staff in that of staff', () => {
  for (const [kind, { channels }] of notices) {
    if (!channels.includes('mail')) continue;
    const isForStaff = kind in staffNotices || kind.startsWith('staff.');
    expect([kind, groupOf(kind) === 'staff']).toEqual([kind, isForStaff]);
  }
});
