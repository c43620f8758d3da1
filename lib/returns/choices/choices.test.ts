import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { askReturnInput, countReturnInput } from '../schema';
import { returnableUntil, wishesAt } from './eligible';
import { refundOf, valueOfPieces } from './value';

describe('what goes back for pieces', () => {
  it('is their share of what was paid for the line, and all shares come to it', () => {
    const line = { grossMinor: 10_000, quantity: 3 };
    expect(valueOfPieces({ ...line, before: 0, counted: 1 })).toBe(3_333);
    fc.assert(
      fc.property(fc.nat(1e12), fc.integer({ min: 1, max: 50 }), fc.array(fc.nat(5)), (grossMinor, quantity, cuts) => {
        let [before, sum] = [0, 0];
        for (const cut of [...cuts, quantity]) {
          const counted = Math.min(cut, quantity - before);
          sum += valueOfPieces({ grossMinor, quantity, before, counted });
          before += counted;
        }
        expect(sum).toBe(grossMinor);
      }),
    );
  });

  it('comes to what was paid less what a protected price gave, whichever came when', () => {
    const acts = fc.array(fc.oneof(fc.record({ back: fc.nat(4) }), fc.record({ percent: fc.nat(60) })), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.nat(1e12), fc.integer({ min: 1, max: 20 }), acts, (grossMinor, quantity, drawn) => {
        const protections: { amountMinor: number; back: number }[] = [];
        let [before, sum] = [0, 0];
        for (const act of [...drawn, { back: quantity }]) {
          if ('percent' in act) {
            const left = Math.max(
              0,
              valueOfPieces({ grossMinor, quantity, before, counted: quantity - before, protections }),
            );
            if (before < quantity)
              protections.push({ amountMinor: Math.floor((left * act.percent) / 100), back: before });
            continue;
          }
          const counted = Math.min(act.back, quantity - before);
          sum += valueOfPieces({ grossMinor, quantity, before, counted, protections });
          before += counted;
        }
        expect(sum + protections.reduce((all, each) => all + each.amountMinor, 0)).toBe(grossMinor);
      }),
    );
  });

  it('is 55.00 where three of 30.00 were announced, two came, and the postage of 5.00 is taken off', () => {
    const value = valueOfPieces({ grossMinor: 9_000, quantity: 3, before: 0, counted: 2 });
    expect(refundOf({ values: [value], shippingMinor: 1_200, allBack: false, deductMinor: 500 })).toBe(5_500);
    expect(refundOf({ values: [value], shippingMinor: 0, allBack: false, deductMinor: 9_999 })).toBe(0);
  });

  it('may come back so many days and months after the last parcel', () => {
    const arrivedAt = new Date('2026-01-31T12:00:00Z');
    const promised = { arrivedAt, returnDays: 14, warranty: { deliveredAt: arrivedAt, months: 1, zone: 'UTC' } };
    expect(returnableUntil(promised, arrivedAt)).toEqual({
      WITHDRAWAL: new Date('2026-02-15T12:00:00Z'),
      FAULTY: new Date('2026-02-28T12:00:00Z'),
      MISSING: new Date('2026-03-02T12:00:00Z'),
    });
    expect(returnableUntil({ ...promised, arrivedAt: null, warranty: null }, arrivedAt)).toEqual({
      WITHDRAWAL: null,
      FAULTY: null,
      MISSING: null,
    });
    // Until the end of the last day, as the device's own page says.
    const faultyAt = (at: string) => wishesAt(promised, new Date(at)).includes('FAULTY');
    expect([faultyAt('2026-02-28T23:59:59Z'), faultyAt('2026-03-01T00:00:00Z')]).toEqual([true, false]);
  });
});

describe('a return', () => {
  it('is read from its forms field by field', () => {
    const [line, unit] = [crypto.randomUUID(), crypto.randomUUID()];
    const form = { number: 'A1', wish: 'WITHDRAWAL', note: '', [`units.${line}`]: '2' };
    expect(askReturnInput.parse(form).pieces).toEqual(new Map([[line, 2]]));
    expect(askReturnInput.safeParse({ ...form, [`units.${line}`]: '-1' }).error?.issues[0]?.path).toEqual([
      `units.${line}`,
    ]);
    const counted = countReturnInput.parse({ returnId: line, [`unit.${unit}`]: 'on', [`grade.${line}`]: 'OPENED' });
    expect([counted.unitIds, counted.grades]).toEqual([[unit], new Map([[line, 'OPENED']])]);
    expect(countReturnInput.safeParse({ returnId: line, [`grade.${line}`]: 'GOLD' }).success).toBe(false);
  });
});
