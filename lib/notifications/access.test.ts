import { randomUUID } from 'node:crypto';

import { checkSender } from '@/lib/flows/notifications/check-sender';
import { putBackMail, sendMailText, wordMail } from '@/lib/flows/notifications/mail-texts';
import { putBackNotice, wordNotice } from '@/lib/flows/notifications/notice-texts';
import { tryAccess } from '@/tests/support/try-access';

const { answersTheCast, isForStaff } = tryAccess('notifications');

answersTheCast('POST /api/notifications/:id/read', async () => ({ params: { id: randomUUID() } }));

// The sender of the demo has no domain that name servers know.
isForStaff('checkSender', (actor) => checkSender(actor, {}));

const words = { subject: 'On its way', heading: 'On its way', body: 'Soon there', button: '' };
const of = { kind: 'order.shipped', language: 'en' } as const;

isForStaff('wordMail', (actor) => wordMail(actor, { ...of, ...words, shown: 0, act: 'preview' }));
isForStaff('putBackMail', (actor) => putBackMail(actor, { ...of, shown: 0 }));
const bell = { kind: 'bell.post.replied', language: 'en', shown: 0 } as const;

isForStaff('wordNotice', (actor) => wordNotice(actor, { ...bell, act: 'preview', words: { sentence: 'Hi' } }));
isForStaff('putBackNotice', (actor) => putBackNotice(actor, bell));
isForStaff('sendMailText', (actor) => sendMailText(actor, of));
