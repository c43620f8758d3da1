import { beforeEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { erasePerson } from '@/lib/flows/imports/erase-person';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { rowsOf } from '@/tests/support/import-state';
import { bring, lineOf, sheet } from '@/tests/support/shopify-run';

const columns = [
  ...['Customer ID', 'First Name', 'Last Name', 'Email', 'Accepts Email Marketing', 'Default Address Address1'],
  ...[
    'Default Address Country Code',
    'Phone',
    'Accepts SMS Marketing',
    'Total Spent',
    'Total Orders',
    'Note',
    'Tax Exempt',
    'Tags',
  ],
];
const customers = (...rows: Record<string, string>[]) =>
  sheet('customers_export.csv', columns.join(','), ...rows.map((row) => lineOf(columns, row)));
const kept = async () =>
  (await db.importRecord.findMany({ where: { kind: 'customer' }, orderBy: { sourceId: 'asc' } })).map(
    ({ sourceId, row, state }) => ({ sourceId, state, ...(row as Record<string, unknown>) }),
  );
const ann = { Email: 'Ann@Mill.Example', 'First Name': 'Ann', 'Accepts Email Marketing': 'yes' };

beforeEach(truncateAll);

describe('customers of an old shop', () => {
  it('are kept by their address in one spelling, with what they said of being written to and nothing that is not needed', async () => {
    const { done, refused, leftOut, kinds } = await bring([
      customers({
        ...{
          ...ann,
          'Customer ID': "'7210448301122",
          'Last Name': "'t Hooft",
          'Default Address Address1': '5 Mill Lane',
        },
        ...{ 'Default Address Country Code': 'NL', Phone: "'+31 20 555 0100", 'Accepts SMS Marketing': 'no' },
        ...{
          'Total Spent': '1,240.50',
          'Total Orders': '7',
          Note: 'Rang,\nwas angry',
          'Tax Exempt': 'yes',
          Tags: 'vip, eu',
        },
      }),
    ]);
    expect([done.others?.customers, refused]).toEqual([
      { all: 1, added: 1, changed: 0, kept: 0, gone: 0, members: 1 },
      [],
    ]);
    expect(kinds).toEqual(['customers_export.csv customers']);
    expect(leftOut).toEqual({ 'notes of customers': 1, 'addresses of customers': 1 });
    expect(await kept()).toEqual([
      {
        ...{ sourceId: 'ann@mill.example', state: 'KEPT', email: 'ann@mill.example', phone: '+31205550100' },
        ...{ customerId: '7210448301122', firstName: 'Ann', lastName: "'t Hooft", country: 'NL', orders: 7 },
        ...{ marketing: { email: 'yes', sms: 'no' }, spent: { minor: 124_050, currency: 'USD' }, taxExempt: true },
        tags: ['vip', 'eu'],
      },
    ]);
    expect(JSON.stringify(await db.importRecord.findMany())).not.toMatch(/Mill Lane|angry/);
    expect([await db.member.count(), await db.newsConsent.count()]).toEqual([1, 0]);
  });

  it('come from older exports too, with a byte-order mark, CRLF and missing last cells', async () => {
    const file =
      '\uFEFFFirst Name,Last Name,Email,Company,Address1,Country Code,Phone,Accepts Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt\r\nBo,Kim,bo@mill.example,,,KR,,no\r\n';
    const { refused } = await bring([
      {
        ...sheet('old.csv'),
        open: async function* () {
          yield file;
        },
      },
    ]);
    expect(refused).toEqual([]);
    expect(await kept()).toMatchObject([
      { email: 'bo@mill.example', country: 'KR', marketing: { email: 'no', sms: 'unknown' } },
    ]);
  });

  it.each([
    ['yes', 'yes'],
    ['TRUE', 'yes'],
    ['SUBSCRIBED', 'yes'],
    ['no', 'no'],
    ['unsubscribed', 'no'],
    ['not_subscribed', 'no'],
    ['pending', 'unknown'],
    ['', 'unknown'],
    ['maybe', 'unknown'],
  ])('who said %j to mail said %j', async (cell, told) => {
    await bring([customers({ ...ann, 'Accepts Email Marketing': cell })]);
    expect(await kept()).toMatchObject([{ marketing: { email: told } }]);
  });

  it('that are there twice in another case are one, by the strictest of what they said', async () => {
    const other = { Email: 'bo@mill.example' };
    const { refused, done } = await bring([
      customers(ann, other, {
        ...ann,
        Email: 'ANN@mill.example',
        'First Name': 'Annie',
        'Accepts Email Marketing': 'no',
      }),
    ]);
    expect([refused, done.others?.customers?.all]).toEqual([['4 customer-twice'], 2]);
    expect(await kept()).toMatchObject([
      { sourceId: 'ann@mill.example', firstName: 'Ann', marketing: { email: 'no' } },
      { sourceId: 'bo@mill.example' },
    ]);
  });

  it('without an address are known by phone or number; a deleted one, with none of them, is refused, and none fails its neighbours', async () => {
    const { refused, refusals } = await bring([
      customers(
        { Phone: "'0160 555-0199", 'First Name': 'Cy' },
        { 'Customer ID': '99', 'First Name': 'Di' },
        { 'First Name': 'Redacted' },
        { 'Customer ID': '5.12E+12', 'First Name': 'Ed' },
        { Email: 'not-an-address', 'First Name': 'Flo' },
        { ...ann, 'Total Spent': '12,5' },
        { Email: 'gus@mill.example', 'First Name': 'Br\uFFFDn' },
        { Email: 'hal@mill.example', 'First Name': '=HYPERLINK("https://x.example")', Tags: '="007"' },
      ),
    ]);
    expect(refused).toEqual(['4 person-missing', '5 person-missing', '6 email', '7 amount-format', '8 encoding']);
    expect(JSON.stringify(refusals.map(({ handle }) => handle))).not.toMatch(/@|0160/);
    const rows = await kept();
    expect(rows.map(({ sourceId }) => sourceId)).toEqual(['hal@mill.example', 'id:99', 'phone:01605550199']);
    expect(rows[0]).toMatchObject({ firstName: '=HYPERLINK("https://x.example")', tags: ['007'] });
  });

  it('are written again only where the export changed, and none for a rehearsal', async () => {
    expect((await bring([customers(ann)], { rehearse: true })).done.others?.customers).toMatchObject({
      all: 1,
      added: 1,
    });
    expect(await db.importRecord.count()).toBe(0);
    await bring([customers(ann)]);
    const before = await rowsOf('ImportRecord');
    expect((await bring([customers(ann)])).done.others?.customers).toMatchObject({ all: 1, added: 0, changed: 0 });
    expect(await rowsOf('ImportRecord')).toEqual(before);
    const { done } = await bring([customers({ ...ann, 'Accepts Email Marketing': 'no' })]);
    expect(done.others?.customers).toMatchObject({ all: 1, added: 0, changed: 1 });
    expect(await kept()).toMatchObject([{ marketing: { email: 'no' } }]);
  });

  it('who were erased stay away, under any spelling of their address', async () => {
    await bring([customers(ann, { Email: 'bo@mill.example' })]);
    const erased = await transact(erasePerson)(system, { source: 'shopify', person: ' ANN@mill.example ' });
    expect(erased).toEqual({ customers: 1, orders: 0 });
    const { leftOut } = await bring([customers(ann, { Email: 'bo@mill.example' })]);
    expect(leftOut).toEqual({ 'customers who were erased here': 1 });
    expect((await kept()).map(({ sourceId }) => sourceId)).toEqual(['bo@mill.example']);
    expect(JSON.stringify(await db.importRecord.findMany())).not.toMatch(/ann@/i);
    expect(JSON.stringify(await db.member.findMany())).not.toMatch(/ann/i);
  });

  it('are members without an account, by the name and the language of their country; a rehearsal makes none', async () => {
    const file = customers(
      { ...ann, 'Last Name': 'Mill' },
      { Email: 'ming@mill.example', 'First Name': '明', 'Last Name': '王', 'Default Address Country Code': 'CN' },
      { Phone: '+31 20 555 0100' },
    );
    expect((await bring([file], { rehearse: true })).done.others?.customers).toMatchObject({ added: 3, members: 3 });
    expect(await db.member.count()).toBe(0);
    await makeMember({ handle: 'annie' });
    await db.member.updateMany({ data: { email: 'ann@mill.example' } });
    expect((await bring([file])).done.others?.customers).toMatchObject({ added: 3, members: 2 });
    const brought = await db.member.findMany({ where: { handle: null }, orderBy: { name: 'asc' } });
    expect(brought).toMatchObject([
      { name: 'Customer', email: null, locale: 'en', createdAt: new Date(0) },
      { name: '王明', email: 'ming@mill.example', locale: 'zh', createdAt: new Date(0) },
    ]);
    expect((await bring([file])).done.others?.customers).toMatchObject({ added: 0, members: 0 });
  });
});
