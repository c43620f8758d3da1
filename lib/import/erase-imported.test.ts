/** Somebody whom an old shop's files named is gone after they were erased, in every row, and stays away. */
import { beforeEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { erasePerson } from '@/lib/flows/imports/erase-person';
import { correctMember } from '@/lib/members/commands';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';
import { firstRow, ordersFile } from '@/tests/support/shopify-orders';
import { bring, sheet } from '@/tests/support/shopify-run';

beforeEach(truncateAll);

const customers = (...lines: string[]) =>
  sheet('customers.csv', 'Customer ID,First Name,Last Name,Email,Phone', ...lines);
const open = (more: Record<string, string>) =>
  firstRow({ 'Fulfillment Status': 'unfulfilled', 'Fulfilled at': '', ...more });
const erase = (person: string) => transact(erasePerson)(system, { source: 'shopify', person });
const all = async (kind: string) =>
  (await db.importRecord.findMany({ where: { kind }, orderBy: { sourceId: 'asc' } })).map(
    ({ row }) => row as Record<string, unknown>,
  );
const names = async () => (await all('customer')).map(({ firstName }) => firstName);

describe('somebody who is erased', () => {
  it('by a phone number that stands with a delivery address alone, written in any way, is gone from the order and stays away', async () => {
    const file = ordersFile(open({ Email: '', 'Shipping Phone': '0031 (6) 1234-5678' }));
    await bring([file]);
    expect(await all('order')).toMatchObject([{ shipTo: { phone: '+31612345678' } }]);
    expect(await erase('+31 6 12345678')).toEqual({ customers: 0, orders: 1 });
    await bring([file]);
    expect(await all('order')).toMatchObject([{ email: null, phone: null, shipTo: null }]);
  });

  it('by address is gone from rows that have their phone number alone or their number, and nobody else who has that phone', async () => {
    const file = customers(
      '78,Bob,Both,bob@mill.example,+31611112222',
      '79,Bobby,Both,,+31611112222',
      '80,Cy,Both,cy@mill.example,+31611112222',
    );
    await bring([file, ordersFile(open({ Email: '', Phone: '+31611112222' }))]);
    expect(await erase('bob@mill.example')).toEqual({ customers: 2, orders: 1 });
    await bring([file, customers('78,Bob,Moved,bob@other.example,')]);
    expect(await names()).toEqual(['Cy']);
    expect(
      await db.member.findMany({ where: { handle: null, source: { not: null } }, select: { name: true } }),
    ).toEqual([{ name: 'Cy Both' }]);
    expect(await all('order')).toMatchObject([{ phone: null, shipTo: null }]);
  });

  it('by phone number is gone from the orders of their address, and stays away by it', async () => {
    await bring([
      customers('78,Bob,Both,bob@mill.example,+31611112222'),
      ordersFile(open({ Email: 'bob@mill.example' })),
    ]);
    expect(await erase('+31611112222')).toEqual({ customers: 1, orders: 1 });
    await bring([customers(',Bob,Both,bob@mill.example,')]);
    expect([await names(), await db.member.count({ where: { email: { not: null } } })]).toEqual([[], 0]);
  });

  it('by the address that staff moved them to is gone by the one of the old shop too, and stays away', async () => {
    const file = customers('78,Bob,Both,bob@mill.example,', '79,Cy,Both,cy@mill.example,');
    await bring([file, ordersFile(open({ Email: 'bob@mill.example' }))]);
    const { id } = await db.member.findUniqueOrThrow({ where: { email: 'bob@mill.example' } });
    await transact(correctMember)(await makeMember({ roles: ['ADMIN'] }), {
      ...{
        memberId: id,
        shownName: 'Bob Both',
        name: 'Bob Both',
        email: 'bob@new.example',
        reason: 'They wrote to us',
      },
      ...{ clearPicture: false, clearBio: false },
    });
    expect(await erase('bob@new.example')).toEqual({ customers: 1, orders: 1 });
    expect(await db.member.findUnique({ where: { id } })).toMatchObject({
      name: 'Customer',
      email: null,
      sourceId: null,
    });
    await bring([file]);
    expect(await names()).toEqual(['Cy']);
    expect(await db.member.count({ where: { name: { startsWith: 'Bob' } } })).toBe(0);
  });

  it('who has neither is known by their number', async () => {
    const file = customers('77,Nora,Noname,,', '7,Max,Other,,');
    await bring([file]);
    expect(await erase('ID:77')).toEqual({ customers: 1, orders: 0 });
    await bring([file]);
    expect(await names()).toEqual(['Max']);
    expect(await db.member.count({ where: { name: { contains: 'Nora' } } })).toBe(0);
    expect(await refusal(erase('77'))).toBe('bad-email');
  });

  it('is not everybody who typed the same number in place of none', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `${at},Fan,${at},fan${at}@mill.example,0000000000`);
    await bring([customers(...many)]);
    expect(await refusal(erase('0000000000'))).toBe('bad-value');
    expect(await names()).toHaveLength(60);
  });
});
