import { z } from 'zod';

import { declareNotices, localized, moment, notice, type DataOf } from '@/lib/core/notices';
import { paths } from '@/lib/paths';

const drop = z.object({ title: localized, slug: z.string() });
const dropPath = ({ slug }: { slug: string }) => paths.drop(slug);

// A unit that is held for its reader until they have paid.
const ofUnit = () =>
  notice({
    channels: ['app', 'mail'],
    data: z.object({ title: localized, variant: localized, until: moment, claimId: z.string() }),
    path: ({ claimId }) => paths.checkout(claimId),
    icon: 'drop',
  });

const order = z.object({ title: localized, reason: z.string(), number: z.string() });
const orderPath = ({ number }: { number: string }) => paths.order(number);

/** Notices about drops, to members and staff. */
export const dropNotices = declareNotices({
  'unit.offered': ofUnit(),
  'wave.won': ofUnit(),
  'wave.given': ofUnit(),
  // What became of an entry they read also while drops are off.
  'wave.lost': notice({ channels: ['app'], data: drop.extend({ place: z.number() }), path: dropPath, icon: 'drop' }),
  'wave.added': notice({
    channels: ['app'],
    data: drop.extend({ opens: moment }),
    path: dropPath,
    icon: 'drop',
    area: 'drops',
  }),
  'wave.extended': notice({
    channels: ['app'],
    data: drop.extend({ closes: moment }),
    path: dropPath,
    icon: 'drop',
    area: 'drops',
  }),
  'wave.postponed': notice({
    channels: ['app', 'mail'],
    data: drop.extend({ from: moment, opens: moment, reason: z.string() }),
    path: dropPath,
    icon: 'drop',
    area: 'drops',
  }),
  'fCode.issued': notice({
    channels: ['app', 'mail'],
    data: drop.extend({ tail: z.string(), until: moment }),
    path: dropPath,
    icon: 'drop',
    area: 'drops',
  }),
  'reservation.reminded': notice({
    channels: ['app', 'mail'],
    data: drop.extend({ opens: moment }),
    path: dropPath,
    icon: 'drop',
    area: 'drops',
  }),
  // Who asked for a unit hears that there will be none, also while drops are off.
  'drop.cancelled': notice({
    channels: ['app', 'mail'],
    data: drop.extend({ reason: z.string() }),
    path: dropPath,
    icon: 'drop',
  }),
  'drop.cancelledAfterPayment': notice({
    channels: ['app', 'mail'],
    data: order.extend({ total: localized }),
    path: orderPath,
    icon: 'drop',
  }),
  'drop.cancelledAfterShipping': notice({ channels: ['app', 'mail'], data: order, path: orderPath, icon: 'drop' }),
  // To staff: nothing brings these parcels back by itself.
  'drop.parcelsOrphaned': notice({
    channels: ['app'],
    data: z.object({ title: localized, count: z.number(), dropId: z.string() }),
    path: ({ dropId }) => paths.staff('drops', dropId),
    icon: 'drop',
  }),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof dropNotices> {}
}
