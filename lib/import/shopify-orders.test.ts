import { beforeEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { erasePerson } from '@/lib/imports/commands';
import { orderRow } from '@/lib/imports/shapes';
import { truncateAll } from '@/tests/support/database';
import { rowsOf } from '@/tests/support/import-state';
import {
  firstRow as first,
  orderColumns as columns,
  ordersFile as orders,
  furtherRow as more,
} from '@/tests/support/shopify-orders';
import { bring, lineOf, sheet } from '@/tests/support/shopify-run';

const kept = async () =>
  (await db.importRecord.findMany({ where: { kind: 'order' }, orderBy: { sourceId: 'asc' } })).map(({ row }) =>
    orderRow.parse(row),
  );

beforeEach(truncateAll);

describe('orders of an old shop', () => {
  it('are kept whole, with their lines and amounts in minor units, and without a person that is not needed any more', async () => {
    const { done, refused, leftOut } = await bring([
      orders(
        first({
          'Discount Code': 'FALL5',
          'Discount Amount': '5.00',
          'Tax 1 Name': 'VAT 7%',
          'Tax 1 Value': '3.29',
          Notes: 'Ring twice',
          'Payment Reference': 'c123',
        }),
        more('#1001', 'Plate', { 'Lineitem discount': '1.50' }),
        first({ Name: '#1002', Id: '5550000002', 'Fulfillment Status': 'unfulfilled', 'Fulfilled at': '' }),
      ),
    ]);
    expect([done.others?.orders, refused]).toEqual([{ all: 2, added: 2, changed: 0, kept: 0, gone: 0 }, []]);
    const [over, open] = await kept();
    expect(over).toMatchObject({
      ...{
        name: '#1001',
        orderId: '5550000001',
        email: 'ann@mill.example',
        currency: 'EUR',
        country: 'NL',
        marketing: 'yes',
      },
      ...{
        placedAt: '2024-05-01T10:14:00+02:00',
        paidAt: '2024-05-01T10:15:30+02:00',
        cancelledAt: null,
        payment: 'paid',
      },
      ...{
        subtotalMinor: 4_700,
        shippingMinor: 600,
        taxMinor: 329,
        totalMinor: 5_629,
        discountMinor: 500,
        refundedMinor: 0,
      },
      ...{ discountCode: 'FALL5', taxes: [{ name: 'VAT 7%', minor: 329 }], shipTo: null },
      lines: [
        {
          name: 'Cup - Blue',
          sku: 'CUP-1',
          quantity: 2,
          priceMinor: 1_600,
          discountMinor: 0,
          fulfillment: 'fulfilled',
        },
        { name: 'Plate', sku: '', quantity: 1, priceMinor: 1_500, discountMinor: 150, fulfillment: 'fulfilled' },
      ],
    });
    expect(open).toMatchObject({
      shipTo: { name: 'Ann Example', address1: '5 Mill Lane', zip: '02312', country: 'NL' },
    });
    expect(leftOut).toEqual({
      'delivery addresses of orders that are over': 1,
      'notes of orders': 1,
      'references of payments': 1,
    });
    expect(JSON.stringify(over)).not.toMatch(/Mill Lane|Ring twice|c123/);
  });

  it.each([
    ['JPY', '1500', '500', 500],
    ['JPY', '1500.00', '500.00', 500],
    ['KWD', '1.250', '0.5', 500],
    ['USD', '1,250.50', '2.00', 200],
    ['VND', '40000000000', '0', 0],
  ])('in %s count by the digits of that currency (%s)', async (currency, total, refunded, minor) => {
    const { refused } = await bring([
      orders(
        first({
          Currency: currency,
          Subtotal: '',
          Shipping: '',
          Taxes: '',
          Total: total,
          'Lineitem price': '1',
          'Refunded Amount': refunded,
          'Financial Status': 'partially_refunded',
        }),
      ),
    ]);
    expect(refused).toEqual([]);
    const wanted = { JPY: 1_500, KWD: 1_250, USD: 125_050, VND: 40_000_000_000 }[currency];
    expect(await kept()).toMatchObject([
      { currency, totalMinor: wanted, refundedMinor: minor, payment: 'partially_refunded' },
    ]);
  });

  it('without an e-mail address are kept without one; refunded and cancelled ones keep no address', async () => {
    const { leftOut } = await bring([
      orders(
        first({ Email: '', 'Fulfillment Status': '' }),
        first({
          Name: '#2',
          Id: '2',
          'Fulfillment Status': '',
          'Financial Status': 'refunded',
          'Refunded Amount': '56.29',
        }),
        first({ Name: '#3', Id: '3', 'Fulfillment Status': '', 'Cancelled at': '2024-05-03 00:00:00 UTC' }),
      ),
    ]);
    expect(leftOut['orders without an e-mail address']).toBe(1);
    expect((await kept()).map(({ name, email, shipTo }) => [name, email, shipTo === null])).toEqual([
      ['#1001', null, false],
      ['#2', 'ann@mill.example', true],
      ['#3', 'ann@mill.example', true],
    ]);
  });

  it('are kept whole when their rows are scattered, or not at all when a row of theirs cannot be read', async () => {
    const { refused, done } = await bring([
      orders(
        first(),
        first({ Name: '#2', Id: '2' }),
        more('#1001', 'Plate'),
        more('#2', 'Bowl', { 'Lineitem price': 'many' }),
        first({ Name: '#3', Id: '3', Currency: 'XXQ' }),
        first({ Name: '#4', Id: '4', 'Created at': '5/1/2024 10:14' }),
        first({ Name: '#5', Id: '5', Total: '' }),
        first({ Name: '#6', Id: '6', 'Lineitem quantity': '-1' }),
        first({ Name: '', Id: '7' }),
        first({ Name: '#8', Id: '8', 'Financial Status': 'p\u0000aid' }),
      ),
    ]);
    expect(refused).toEqual([
      ...[
        '3 with-refused',
        '5 amount-format',
        '6 currency',
        '7 moment',
        '8 total-missing',
        '10 name-missing',
        '9 number',
      ],
    ]);
    expect((await kept()).map(({ name, lines }) => [name, lines.length])).toEqual([
      ['#1001', 2],
      ['#8', 1],
    ]);
    expect(done.refused).toBe(7);
  });

  it('with a cell in quotes over several lines and a quote that never closes cost themselves alone', async () => {
    const { refused } = await bring([
      sheet(
        'orders.csv',
        columns.join(','),
        lineOf(columns, first({ Notes: 'one\n\ntwo, "three"' })),
        '#2,"never closed,paid',
        lineOf(columns, first({ Name: '#3', Id: '3' })),
      ),
    ]);
    expect(refused.map((each) => each.split(' ')[1])).toEqual(['quote-unclosed']);
    expect((await kept()).map(({ name }) => name)).toEqual(['#1001', '#3']);
  });

  it('of one name but another number are not mixed', async () => {
    const { refused } = await bring([
      orders(first(), first({ Id: '5550000099', Total: '1.00' }), more('#1001', 'Plate')),
    ]);
    expect(refused).toEqual(['3 order-twice', '4 order-twice']);
    expect(await kept()).toMatchObject([{ totalMinor: 5_629, lines: [{ name: 'Cup - Blue' }] }]);
  });

  it('are written again only where they changed; who is erased is taken out of theirs for good', async () => {
    const file = orders(
      first({ 'Fulfillment Status': 'unfulfilled' }),
      first({ Name: '#2', Id: '2', Email: 'bo@mill.example' }),
    );
    await bring([file]);
    const before = await rowsOf('ImportRecord');
    await bring([file]);
    expect(await rowsOf('ImportRecord')).toEqual(before);
    expect(await transact(erasePerson)(system, { source: 'shopify', person: 'Ann@mill.example' })).toMatchObject({
      customers: [],
      orders: 1,
    });
    const { leftOut } = await bring([file]);
    expect(leftOut['orders whose person was erased here']).toBe(1);
    const rows = await kept();
    expect(rows.map(({ email, shipTo, totalMinor }) => [email, shipTo, totalMinor])).toEqual([
      [null, null, 5_629],
      ['bo@mill.example', null, 5_629],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Ann|Mill Lane/);
  });
});
