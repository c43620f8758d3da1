'use server';

import { z } from 'zod';

import { transact } from '@/lib/core/context';
import { checkSender } from '@/lib/flows/notifications/check-sender';
import { putBackMail, sendMailText, wordMail } from '@/lib/flows/notifications/mail-texts';
import { putBackNotice, wordNotice } from '@/lib/flows/notifications/notice-texts';
import { action, anyStaff, member, staff } from '@/lib/web/action';

import { markRead, removeStaffWebhook, saveStaffNotices, saveStaffWebhook } from '@/lib/notifications/commands';
import * as schema from '@/lib/notifications/schema';

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

export const saveStaffNoticesAction = action(schema.staffNoticesInput, anyStaff, transact(saveStaffNotices));

export const saveStaffWebhookAction = action(schema.staffWebhookInput, anyStaff, transact(saveStaffWebhook));

export const removeStaffWebhookAction = action(z.object({}), anyStaff, transact(removeStaffWebhook));

const editTexts = staff('notifications.editTexts');

export const wordMailAction = action(schema.mailTextInput, editTexts, wordMail);

export const putBackMailAction = action(schema.putBackMailTextInput, editTexts, putBackMail);

export const wordNoticeAction = action(schema.noticeTextInput, editTexts, wordNotice);

export const putBackNoticeAction = action(schema.putBackMailTextInput, editTexts, putBackNotice);

export const sendMailTextAction = action(schema.sendMailTextInput, editTexts, sendMailText);
