'use server';

import { z } from 'zod';

import { transact } from '@/lib/core/context';
import { checkSender } from '@/lib/flows/notifications/check-sender';
import { action, anyStaff, member, staff } from '@/lib/web/action';

import { markRead, removeStaffWebhook, saveStaffNotices, saveStaffWebhook } from '@/lib/notifications/commands';
import { staffNoticesInput, staffWebhookInput } from '@/lib/notifications/schema';

export const markReadAction = action(z.object({ id: z.uuid().optional() }), member, async (actor, { id }) => {
  await transact(markRead)(actor, { memberId: actor.id, id });
});

// The name under which a mail server publishes its key (RFC 6376, 3.1).
const selector = z
  .string()
  .trim()
  .max(63)
  .regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/i, 'code:bad-value');

export const checkSenderAction = action(
  z.object({
    selector: z
      .literal('')
      .transform(() => undefined)
      .or(selector)
      .optional(),
  }),
  staff('brand.manage'),
  checkSender,
);

export const saveStaffNoticesAction = action(staffNoticesInput, anyStaff, transact(saveStaffNotices));

export const saveStaffWebhookAction = action(staffWebhookInput, anyStaff, transact(saveStaffWebhook));

export const removeStaffWebhookAction = action(z.object({}), anyStaff, transact(removeStaffWebhook));
