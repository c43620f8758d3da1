import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { after, clock, hour, minute } from '@/lib/core/time';

import { CarrierRefused, type Carrier, type NewLabel } from './carrier';
import { demoCarrier } from './demo/demo-carrier';
import { numberOf, serialOf } from './demo/demo-number';
import { manualCarrier } from './manual';

const carriers: Record<string, () => Carrier> = { manual: manualCarrier, demo: demoCarrier };

async function wish(carrier: Carrier, more: Partial<NewLabel> = {}): Promise<NewLabel> {
  const shape = { country: 'NL', grams: 320 };
  const [service] = await carrier.getServices(shape);
  return {
    ...shape,
    ...{ labelId: randomUUID(), service: service!.id, orderNumber: 'M1' },
    ...{ to: ['A. Reader', 'Street 1'], from: ['Millet'], ...more },
  };
}

describe.each(Object.keys(carriers))('%s', (name) => {
  const carrier = carriers[name]!();

  it('gives one label for one id, however often and at once it is asked', async () => {
    const label = await wish(carrier);
    const given = await Promise.all([1, 2, 3, 4].map(() => carrier.buyLabel(label)));
    expect(new Set(given.map(({ ref }) => ref)).size).toBe(1);
    expect(await carrier.buyLabel(label)).toEqual(given[0]);
  });

  it('finds the label whose answer was lost', async () => {
    const label = await wish(carrier);
    const bought = await carrier.buyLabel(label);
    expect(await carrier.findLabel(label.labelId)).toEqual(bought);
  });

  it('gives a label back, and again', async () => {
    const label = await wish(carrier);
    await carrier.buyLabel(label);
    await carrier.cancelLabel(label.labelId);
    await carrier.cancelLabel(label.labelId);
    const other = await carrier.buyLabel(await wish(carrier));
    expect(other.ref).not.toBe(label.labelId);
  });

  it('refuses a service that is none of its', async () => {
    const label = await wish(carrier, { service: 'balloon' });
    await expect(carrier.buyLabel(label)).rejects.toBeInstanceOf(CarrierRefused);
  });

  it('bears a number where its parcels can be followed, another for each, and tells nothing of what it does not know', async () => {
    const [one, two] = await Promise.all([1, 2].map(async () => carrier.buyLabel(await wish(carrier))));
    expect(one!.tracking !== '').toBe(carrier.tracks);
    if (carrier.tracks) expect(one!.tracking).not.toBe(two!.tracking);
    const now = clock();
    expect(await carrier.getEvents({ tracking: 'NOBODYS', at: after(now, -hour) }, now)).toEqual([]);
  });
});

describe('the demo carrier', () => {
  const carrier = demoCarrier();
  const at = new Date('2026-01-05T08:00:00Z');
  const told = async (serial: number, minutes: number) =>
    (await carrier.getEvents({ tracking: numberOf(serial), at }, after(at, minutes * minute))).map(({ kind }) => kind);

  it('numbers parcels as S10 does', () => {
    expect(numberOf(47_312_482)).toBe('DM473124829XX');
    expect([serialOf('DM473124829XX'), serialOf('DM473124828XX')]).toEqual([47_312_482, null]);
  });

  it('does not find, and never gives again, what was given back', async () => {
    const label = await wish(carrier);
    await carrier.buyLabel(label);
    await carrier.cancelLabel(label.labelId);
    expect(await carrier.findLabel(label.labelId)).toBeNull();
    await expect(carrier.buyLabel(label)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await db.demoLabel.count({ where: { idempotencyKey: label.labelId } })).toBe(1);
  });

  it('offers what is not too heavy', async () => {
    const offered = async (grams: number) => (await carrier.getServices({ country: 'NL', grams })).map(({ id }) => id);
    expect([await offered(500), await offered(10_001), await offered(20_001)]).toEqual([
      ['standard', 'express'],
      ['standard'],
      [],
    ]);
    await expect(carrier.buyLabel(await wish(carrier, { grams: 30_000 }))).rejects.toMatchObject({ code: 'weight' });
  });

  it('tells what happens as time goes on: brought, late, or back; each event keeps its key', async () => {
    expect(await told(20, 0)).toEqual([]);
    expect(await told(20, 5)).toEqual(['ACCEPTED', 'IN_TRANSIT']);
    expect(await told(20, 60)).toEqual(['ACCEPTED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED']);
    expect(await told(18, 60)).toEqual(['ACCEPTED', 'IN_TRANSIT', 'EXCEPTION', 'OUT_FOR_DELIVERY', 'DELIVERED']);
    expect((await told(19, 60)).at(-1)).toBe('RETURNED');
    const keys = async (minutes: number) =>
      (await carrier.getEvents({ tracking: numberOf(7), at }, after(at, minutes * minute))).map(({ key }) => key);
    expect(await keys(5)).toEqual((await keys(60)).slice(0, 2));
  });
});
