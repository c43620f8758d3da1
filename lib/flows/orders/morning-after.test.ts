import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { bulkKinds } from '@/lib/domains-bulk';
import { correctAddress, correctTracking, markShipped } from '@/lib/orders/commands';
import { address } from '@/tests/support/addresses';
import { asRoles } from '@/tests/support/as-roles';
import { makeMember } from '@/tests/support/factories';
import { makeManyOrders, type ManyOrders } from '@/tests/support/many-orders';
import { runJobs } from '@/tests/support/order-factories';
import { processorTime } from '@/tests/support/processor-time';
import { refusal, refused } from '@/tests/support/refusal';

import { startBulkAct } from '../lists/start-bulk';
import { chooseOrders } from './choose-orders';
import { exportPacking } from './export-packing';
import { importTracking } from './import-tracking';

let made: ManyOrders;
let by: SignedIn;
let paid: string[];
beforeAll(async () => {
  made = await makeManyOrders(200);
  by = { ...(await makeMember({ roles: ['OPERATIONS'] })), ...asRoles('OPERATIONS') };
  const rows = await db.order.findMany({ where: { state: 'PAID' }, orderBy: { createdAt: 'desc' } });
  paid = rows.map(({ number }) => number);
}, 60_000);

const send = (text: string, carrier = '') => importTracking(by, { file: new File([text], 'a.csv'), carrier });
const rowsOf = (actId: string) =>
  db.bulkRow.findMany({ where: { actId }, orderBy: { place: 'asc' }, select: { key: true, state: true, code: true } });
const textOf = async (lines: AsyncGenerator<string, void>) => {
  let text = '';
  for await (const line of lines) text += line;
  return text;
};

describe('a file of tracking numbers', () => {
  it('is read in one pass, also where a quote opens in each of its lines', async () => {
    const read = () =>
      expect(send(`number,carrier\n${'"open\n'.repeat(300_000)}`)).rejects.toMatchObject({ code: 'bulk-many' });
    expect(await processorTime(read)).toBeLessThan(10_000);
  });

  it('says what will happen, ships what can be shipped, and tells each buyer the number', async () => {
    const [one, two, three] = paid as [string, string, string];
    const id = await send(
      `\uFEFForder number;carrier;tracking\r\n${one};DHL;1Z 1\r\n${two};;2\r\nM199;DHL;3\r\nNOSUCH;DHL;4\r\n${three};DHL;bad/5\r\n${one};DHL;6\r\n"open;DHL;7\r\n`,
      'Post',
    );
    const open = (await rowsOf(id)).flatMap(({ key, code }) => (code ? [] : [key]));
    expect(await bulkKinds['orders.ship']!.forecast(reading(by), open)).toEqual([
      { key: one, code: null },
      { key: two, code: null },
      { key: 'M199', code: 'done-before' },
      { key: 'N0SUCH', code: 'not-found' },
    ]);
    await startBulkAct(by, { id });
    await runJobs();
    expect(await rowsOf(id)).toEqual([
      { key: one, state: 'DONE', code: null },
      { key: two, state: 'DONE', code: null },
      { key: 'M199', state: 'REFUSED', code: 'order-moved-on' },
      { key: 'N0SUCH', state: 'REFUSED', code: 'not-found' },
      { key: `${three} (6)`, state: 'REFUSED', code: 'bad-line' },
      { key: `${one} (7)`, state: 'REFUSED', code: 'line-twice' },
      { key: '– (8)', state: 'REFUSED', code: 'bad-line' },
    ]);
    const parcels = await db.shipment.findMany({
      where: { order: { number: { in: [one, two] } } },
      orderBy: { tracking: 'asc' },
      select: { carrier: true, tracking: true },
    });
    expect(parcels).toEqual([
      { carrier: 'DHL', tracking: '1Z 1' },
      { carrier: 'Post', tracking: '2' },
    ]);
    const notices = await db.notification.findMany({ where: { kind: 'order.shipped' }, select: { data: true } });
    expect(notices.map(({ data }) => (data as { tracking: string }).tracking).toSorted()).toEqual(['1Z 1', '2']);
  });

  it('must name order numbers, and is not longer than can be done at once', async () => {
    expect(await refused(send('name,tracking\nAda,1\n'))).toMatchObject({
      code: 'tracking-columns',
      detail: { field: 'file' },
    });
    expect(await refusal(send('number\n'))).toBe('bulk-none');
    expect(await refusal(send(`number\n${'A\n'.repeat(20_001)}`))).toBe('bulk-many');
  });
});

describe('a packing list', () => {
  it('has the chosen orders with their addresses, without formulas, and is read back as a file of tracking numbers', async () => {
    const [one, two] = paid.slice(5) as [string, string];
    await db.order.update({ where: { number: one }, data: { shipName: '=1+1', shipLine2: 'Door 2' } });
    const rows = await db.order.findMany({ where: { number: { in: [one, two] } }, orderBy: { createdAt: 'desc' } });
    const ids = rows.map(({ id }) => id);
    const chosen = await chooseOrders(by, { act: 'orders.pack', all: undefined, ids, query: {}, locale: 'en' });
    const { file, lines } = await exportPacking(by, { query: { chosen }, reason: 'Packing' });
    const text = await textOf(lines);
    expect(file).toBe('packing.csv');
    const read = parse<Record<string, string>>(text, { bom: true, columns: true });
    expect(read.map(({ number }) => number)).toEqual([one, two]);
    expect(read[0]).toMatchObject({ name: `'=1+1`, address: `${one.slice(1)} Mill Lane\nDoor 2\n3511 AB Utrecht` });
    const act = await db.auditEntry.findFirst({
      where: { act: 'order.export' },
      select: { reason: true, detail: true },
    });
    expect(act).toEqual({ reason: 'Packing', detail: { filters: 'packing 2' } });
    const again = await send(text.replaceAll(',,\r\n', ',DHL,9\r\n'));
    expect((await rowsOf(again)).map(({ key, code }) => [key, code])).toEqual([
      [one, null],
      [two, null],
    ]);
  });

  it('is for those who may export, of what they chose themselves', async () => {
    const [agent, other] = [
      { ...(await makeMember()), ...asRoles('SUPPORT') },
      { ...(await makeMember()), ...asRoles('OPERATIONS') },
    ];
    const choice = { act: 'orders.pack', all: '1', ids: [], query: { drop: made.rareDrop }, locale: 'en' } as const;
    const chosen = await chooseOrders(by, { ...choice, ids: [] });
    expect(await refusal(chooseOrders(agent, { ...choice, ids: [] }))).toBe('not-found');
    for (const who of [agent, other])
      expect(await refusal(exportPacking(who, { query: { chosen }, reason: 'Packing' }))).toBe('not-found');
    expect(await refusal(exportPacking(by, { query: { chosen: 'x' }, reason: 'Packing' }))).toBe('not-found');
  });
});

describe('a correction', () => {
  const wanted = { ...address, region: '', line2: '', name: 'Ada Walker', country: 'NL' as const, reason: 'A slip' };

  it('of an address keeps the country, is seen by the buyer, and is for orders that were not sent', async () => {
    const number = paid[10]!;
    const correct = (more: object = {}) => transact(correctAddress)(by, { ...wanted, number, ...more });
    expect((await refused(correct({ country: 'DE' }))).code).toBe('country-fixed');
    await db.order.update({ where: { number }, data: { shipCountry: 'US', shipRegion: 'WY' } });
    expect((await refused(correct({ country: 'US', region: 'CA' }))).code).toBe('region-fixed');
    expect(await refusal(correct({ country: 'US', region: 'WY', city: 'Casper' }))).toBe('done');
    await db.order.update({ where: { number }, data: { shipCountry: 'NL', shipRegion: '' } });
    await correct({ line1: '2 New Street', postcode: '3512 AA', city: 'Utrecht' });
    expect(await refusal(correct({ line1: '2 New Street', postcode: '3512 AA', city: 'Utrecht' }))).toBe(
      'same-address',
    );
    const order = await db.order.findUniqueOrThrow({
      where: { number },
      select: { id: true, shipLine1: true, steps: { select: { kind: true, byId: true } } },
    });
    expect(order).toMatchObject({
      shipLine1: '2 New Street',
      steps: [1, 2].map(() => ({ kind: 'ADDRESS_CHANGED', byId: by.id })),
    });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { act: 'order.correctAddress' } });
    expect(entry).toMatchObject({ subjectId: order.id, reason: 'A slip', detail: { number } });
    expect(await refusal(transact(correctAddress)(by, { ...wanted, number: 'M150' }))).toBe('order-moved-on');
  });

  it('of a tracking number is told to the buyer, unless another was quicker', async () => {
    const number = paid[11]!;
    await transact(markShipped)(by, { number, carrier: 'Post', tracking: 'T1' });
    const correct = (tracking: string, was = 'T1') =>
      refusal(transact(correctTracking)(by, { number, carrier: 'Post', tracking, was, reason: 'A slip' }));
    expect(await correct('T1')).toBe('same-tracking');
    const both = await Promise.all([correct('T2'), correct('T3')]);
    expect(both.toSorted()).toEqual(['done', 'order-moved-on']);
    await runJobs();
    const told = await db.notification.findMany({ where: { kind: 'order.trackingChanged' }, select: { data: true } });
    expect(told).toHaveLength(1);
    expect(told[0]!.data).toMatchObject({ number, tracking: both[0] === 'done' ? 'T2' : 'T3' });
    expect(
      await refusal(
        transact(correctTracking)(by, { number: paid[12]!, carrier: 'A', tracking: 'B', was: '', reason: 'x' }),
      ),
    ).toBe('order-moved-on');
  });
});
