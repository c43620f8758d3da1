import { z } from 'zod';

import { declareNotices, localized, notice, type DataOf } from '@/lib/core/notices';
import { path } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** The repair's number, what is repaired, what it costs, and the parcel that brings it back. */
const data = z.object({ number: z.string(), device: localized, amount: localized, parcel: z.string() });
/** What staff answered, where the unit is sent to, and what is done for the price. */
const mailData = z.object({ answer: z.string(), address: z.string(), text: z.string() });

const ofOwner = {
  data,
  mailData,
  icon: 'owner' as const,
  path: ({ number }: { number: string }) => path('repairs', number),
};

const toOwner = (...required: ('number' | 'answer' | 'address' | 'amount' | 'text' | 'parcel')[]) =>
  notice({ ...ofOwner, channels: ['app', 'mail'], required });

const staffData = z.object({ number: z.string(), answer: z.enum(['accepted', 'declined']) });
const toStaff = () =>
  notice({ channels: ['app'], data: staffData, path: ({ number }) => paths.staff('repairs', number), icon: 'owner' });

/** Notices of this domain, to owners and staff. */
export const repairsNotices = declareNotices({
  'repair.asked': toOwner('number'),
  'repair.approved': toOwner('number', 'address'),
  'repair.refused': toOwner('number', 'answer'),
  'repair.received': toOwner('number'),
  'repair.locked': toOwner('number'),
  'repair.quoted': toOwner('number', 'amount', 'text'),
  'repair.agreed': toOwner('number', 'amount', 'text'),
  'repair.waiting': notice({ ...ofOwner, channels: ['app'] }),
  'repair.ready': toOwner('number'),
  'repair.sentBack': toOwner('number', 'parcel'),
  'repair.collected': toOwner('number'),
  'repair.toDecide': toStaff(),
  'repair.answered': toStaff(),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof repairsNotices> {}
}
