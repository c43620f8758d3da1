import { randomInt } from 'node:crypto';

import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';

import { CarrierRefused, type BoughtLabel, type Carrier, type NewLabel, type ParcelShape } from '../carrier';
import { demoEvents } from './demo-events';
import { numberOf } from './demo-number';

/** The most that a parcel of each service weighs. */
const services = [
  { id: 'standard', most: 20_000, name: { en: 'Demo Standard', zh: '演示标准快递' } },
  { id: 'express', most: 10_000, name: { en: 'Demo Express', zh: '演示特快' } },
] as const;

/** The built-in carrier: it brings nothing, but keeps the same promises as a real one, with books of its own. */
export function demoCarrier(): Carrier {
  return {
    name: 'demo',
    title: 'Demo Parcel',
    tracks: true,
    getServices: async (parcel) => services.filter((each) => fits(each, parcel)).map(({ id, name }) => ({ id, name })),
    buyLabel,
    findLabel: async (labelId) => {
      const row = await db.demoLabel.findUnique({ where: { idempotencyKey: labelId } });
      return row && row.cancelledAt === null ? asBought(row) : null;
    },
    cancelLabel: async (labelId) => {
      await db.demoLabel.updateMany({
        where: { idempotencyKey: labelId, cancelledAt: null },
        data: { cancelledAt: clock() },
      });
    },
    getEvents: async ({ tracking, at }, now) => demoEvents({ tracking, at }, now),
  };
}

const fits = ({ most }: { most: number }, { grams }: ParcelShape) => grams <= most;

async function buyLabel({ labelId, service, country, grams }: NewLabel): Promise<BoughtLabel> {
  const wanted = services.find(({ id }) => id === service);
  if (!wanted) throw new CarrierRefused('service');
  if (!fits(wanted, { country, grams })) throw new CarrierRefused('weight');
  // A number is drawn until it is free; whoever asks at the same moment with the same id gets the one that was first.
  for (;;) {
    await db.demoLabel.createMany({
      data: [{ id: numberOf(randomInt(100_000_000)), idempotencyKey: labelId, service, country, createdAt: clock() }],
      skipDuplicates: true,
    });
    const row = await db.demoLabel.findUnique({ where: { idempotencyKey: labelId } });
    if (row?.cancelledAt) throw new CarrierRefused('cancelled');
    if (row) return asBought(row);
  }
}

function asBought({ id, service }: { id: string; service: string }): BoughtLabel {
  const { en: printed } = services.find((each) => each.id === service)!.name;
  return { ref: id, tracking: id, printed };
}
