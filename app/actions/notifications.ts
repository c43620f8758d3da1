'use server';

import { z } from 'zod';

import { transact } from '@/lib/core/context';
import { action, member } from '@/lib/web/action';

import { markRead } from '@/lib/notifications/commands';

export const markReadAction = action(z.object({ id: z.uuid().optional() }), member, async (actor, { id }) => {
  await transact(markRead)(actor, { memberId: actor.id, id });
});
