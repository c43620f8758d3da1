import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { registerOwners } from '@/lib/flows/ownership/register-owner';
import { shipOrder } from '@/lib/flows/units/ship-order';
import { arrive } from '@/tests/support/arrive';
import { makeDrop, makeFans, makeOperator } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { makeHold, makeOrder } from '@/tests/support/order-factories';
import { refusal, refused } from '@/tests/support/refusal';
import { word } from '@/tests/support/word';

import { noteUnit, receiveSerials } from './commands';
import { isEid, isImei, plainIdentifier } from './identifiers';
import { readSerials } from './read-serials';
import { mostSerials, packedSerials } from './schema';

const imei = '490154203237518';
const serial = () => `SN${word().toUpperCase()}`;

async function bought(units = 1) {
  const drop = await makeDrop({ units: [units] });
  const order = await makeOrder(await makeHold(drop));
  const { number } = order.placed;
  const { id } = await db.order.update({
    where: { number },
    data: { state: 'PAID', paidAt: clock() },
    select: { id: true },
  });
  return { ...order, drop, number, orderId: id, variantId: drop.variantIds[0]! };
}

const parcel = (number: string, serials: string[]) => ({ number, carrier: 'DHL', tracking: 'T1', serials });
const stateOf = async (text: string) => (await db.unit.findFirstOrThrow({ where: { serial: text } })).state;
const deliver = async (orderId: string) => {
  await arrive(orderId);
  return inTransaction(system, (ctx) => registerOwners(ctx, { orderId }));
};

describe('the numbers of a unit', () => {
  it('are compared without gaps and in capitals, and checked by their last digits', () => {
    expect(plainIdentifier(' fx 01-a ')).toBe('FX01-A');
    expect([imei, '490154203237519', '49015420323751'].map(isImei)).toEqual([true, false, false]);
    // 89 of telecommunication, 049 and 032 of the maker, and the two digits that make it 1 by 97.
    const body = '890490320012345678901234567890';
    const check = String(98n - ((BigInt(body) * 100n) % 97n)).padStart(2, '0');
    expect(isEid(body + check)).toBe(true);
    expect(isEid(body + String((Number(check) + 1) % 97).padStart(2, '0'))).toBe(false);
  });

  it('are read a line each; a wrong line keeps no other out', () => {
    const list = `FX-1 ${imei}\n\nfx-2\nFX-1\n??\nFX-3 123\nFX-4 ${imei}`;
    const { units, wrong } = readSerials(list);
    expect(units.map((unit) => unit.serial)).toEqual(['FX-1', 'FX-2']);
    expect(wrong.map(({ row, why }) => `${row} ${why}`)).toEqual(['4 twice', '5 shape', '6 number', '7 twice']);
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 20 }), { maxLength: 20 }), (lines) => {
        const good = ['GOOD-1', 'GOOD-2'];
        const others = lines.map((line) => line.replaceAll('\n', ' ')).filter((line) => !/good/i.test(line));
        const found = readSerials([...others, ...good].join('\n'));
        expect(found.units.map((unit) => unit.serial)).toEqual(expect.arrayContaining(good));
      }),
    );
  });
});

describe('a delivery', () => {
  it('registers what is new, and names what is known', async () => {
    const [{ variantIds }, operator, one] = [await makeDrop(), await makeOperator(), serial()];
    const receive = (serials: string) => transact(receiveSerials)(operator, { variantId: variantIds[0]!, serials });
    expect(await receive(`${one} ${imei}\n${one}B`)).toEqual({ made: 2, wrong: [] });
    const again = await receive(`${one}\n${one}C ${imei}\n${one}D`);
    expect(again).toEqual({
      made: 1,
      wrong: [
        { row: 1, text: one, why: 'known' },
        { row: 2, text: `${one}C`, why: 'known' },
      ],
    });
    expect(
      await refusal(transact(receiveSerials)(await makeMember(), { variantId: variantIds[0]!, serials: one })),
    ).toBe('forbidden');
    const both = await Promise.all([receive(`${one}X`), receive(`${one}X`)]);
    expect(both.map(({ made }) => made).toSorted()).toEqual([0, 1]);
  });
});

describe('a parcel with serials', () => {
  it('sends known and new units, whose buyer then owns them', async () => {
    const [{ number, orderId, buyer, variantId }, operator, one] = [await bought(), await makeOperator(), serial()];
    await transact(receiveSerials)(operator, { variantId, serials: one });
    await shipOrder(operator, parcel(number, [one.toLowerCase()]));
    expect(await stateOf(one)).toBe('SHIPPED');
    const [ownershipId] = await deliver(orderId);
    expect(await deliver(orderId)).toEqual([]);
    expect(
      await db.ownership.findUnique({
        where: { id: ownershipId },
        select: { memberId: true, unit: { select: { serial: true, state: true } } },
      }),
    ).toEqual({ memberId: buyer.id, unit: { serial: one, state: 'OWNED' } });
    const holding = await db.holding.findFirstOrThrow({ where: { unit: { serial: one }, until: null } });
    expect(holding.memberId).toBe(buyer.id);
  });

  it('is sent by one of two orders that pack the same unit', async () => {
    const [first, operator, one] = [await bought(2), await makeOperator(), serial()];
    const second = await makeOrder(await makeHold(first.drop));
    await db.order.update({ where: { number: second.placed.number }, data: { state: 'PAID', paidAt: clock() } });
    await transact(receiveSerials)(operator, { variantId: first.variantId, serials: one });
    const ends = await Promise.all(
      [first.number, second.placed.number].map((number) => refusal(shipOrder(operator, parcel(number, [one])))),
    );
    expect(ends.toSorted()).toEqual(['done', 'serial-elsewhere']);
    expect(await db.order.count({ where: { dropId: first.drop.id, state: 'SHIPPED' } })).toBe(1);
  });

  it('takes no unit of another product, nor more than it has', async () => {
    const [{ number }, operator, other] = [await bought(), await makeOperator(), await makeDrop()];
    const [one, two] = [serial(), serial()];
    await transact(receiveSerials)(operator, { variantId: other.variantIds[0]!, serials: one });
    expect((await refused(shipOrder(operator, parcel(number, [one, two])))).code).toBe('serials-over');
    expect(await refusal(shipOrder(operator, parcel(number, ['?'])))).toBe('serial-wrong');
    // The same serial of another product is another unit.
    await shipOrder(operator, parcel(number, [one]));
    expect(await db.unit.count({ where: { serial: one } })).toBe(2);
  });

  it('makes a serial where none was scanned', async () => {
    const [{ number, orderId }, operator] = [await bought(), await makeOperator()];
    await shipOrder(operator, { ...parcel(number, []) });
    const ids = await Promise.all([deliver(orderId), deliver(orderId)]);
    expect(ids.flat()).toHaveLength(1);
    const unit = await db.unit.findFirstOrThrow({ where: { ownerships: { some: { orderId } } } });
    expect(unit.serial).toMatch(/^[A-Z0-9]{1,3}-\w{4}-\w{4}$/);
  });
});

describe('the history of a unit', () => {
  it('is noted by who saw the last of it, and only what can follow', async () => {
    const [{ variantIds }, operator, one] = [await makeDrop(), await makeOperator(), serial()];
    await transact(receiveSerials)(operator, { variantId: variantIds[0]!, serials: one });
    const { id: unitId } = await db.unit.findFirstOrThrow({ where: { serial: one } });
    const note = (kind: 'LOST' | 'FOUND' | 'SCRAPPED' | 'REPAIRED', shown: number) =>
      transact(noteUnit)(operator, { unitId, kind, note: '', shown });
    expect(await refusal(note('FOUND', 1))).toBe('unit-state');
    const both = await Promise.all([refusal(note('LOST', 1)), refusal(note('REPAIRED', 1))]);
    expect(both.toSorted()).toEqual(['done', 'unit-changed']);
    await expect(db.unitEvent.deleteMany({ where: { unitId } })).rejects.toThrow('append-only');
  });

  it('has one owner and one hand at a time, and without the constraint two', async () => {
    const [{ variantIds, productId }, fans, one] = [await makeDrop(), await makeFans(2), serial()];
    const unit = await db.unit.create({
      data: { productId, variantId: variantIds[0]!, serial: one, state: 'OWNED', createdAt: clock() },
    });
    const own = (memberId: string) =>
      db.ownership.create({
        data: { unitId: unit.id, memberId, productId, variantId: variantIds[0]!, registeredAt: clock() },
      });
    const ends = await Promise.allSettled(fans.map(({ id }) => own(id)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await pool.query('ALTER TABLE "Ownership" DROP CONSTRAINT "Ownership_one_owner"');
    await own(fans[0]!.id);
    expect(await db.ownership.count({ where: { unitId: unit.id, endedAt: null } })).toBe(2);
  });
});

it('a parcel takes as many scanned serials as a list has', () => {
  const serials = Array.from({ length: mostSerials }, (_, at) => `SN-2026-11-30-EU-${String(at).padStart(8, '0')}`);
  expect(packedSerials.parse(serials.join('\n'))).toHaveLength(mostSerials);
  expect(packedSerials.safeParse([...serials, 'ONE-MORE'].join('\n')).success).toBe(false);
});
