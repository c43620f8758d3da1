import { asEmail } from '@/lib/core/email';
import { cutTo } from '@/lib/core/fields';
import { isCurrency } from '@/lib/core/money';
import { asPhone } from '@/lib/imports/person';
import type { OrderRow } from '@/lib/imports/shapes';

import type { LeftOutCounts } from './left-out';
import { idOf, refuseRows, type PickedRow, type SheetSpec } from './sheet-groups';
import { faultOf } from './sheet-pieces';
import { unguarded } from './sheet-rows';
import { toldBy } from './shopify-customers';
import { orderAliases, type OrderColumn } from './shopify-order-columns';
import { orderShapes } from './shopify-order-shape';
import type { Built, Money } from './shopify-records';
import type { RowFault } from './shopify-shape';

type Row = PickedRow<OrderColumn>;

/** Orders are known by their name, such as #1001: their number is lost in spreadsheets. */
export const ordersSheet: SheetSpec<OrderColumn> = {
  aliases: orderAliases,
  grouped: { what: 'order', key: 'name', most: 2_500 },
  whole: true,
  begins: ({ payment, total }) => payment !== '' && total !== '',
  keyOf: ({ name }) => {
    if (name === '') return { code: 'name-missing', reason: 'the row has no name of an order' };
    return name.length <= 100
      ? name
      : { code: 'too-long', reason: 'the name of the order is longer than 100 characters' };
  },
};

/** An order with its lines. It is kept whole or not at all: a row of it that cannot be read refuses all of them. */
export function buildOrder(key: string, rows: Row[], money: Money): Built<OrderRow> {
  const { own, others } = partOrders(rows);
  const [first] = own;
  if (!first) return { faults: others };
  const broken = own.find((row) => row.broken);
  if (broken?.broken) return { faults: [...refuseRows(own, { row: broken.row, ...broken.broken }), ...others] };
  const currency = first.cells.currency.toUpperCase();
  if (!isCurrency(currency)) {
    const reason = `"${cutTo(first.cells.currency, 80)}" is no currency`;
    return { faults: [...refuseRows(own, { row: first.row, code: 'currency', reason }), ...others] };
  }
  const shapes = orderShapes(money, currency);
  const read = shapes.order.safeParse(first.cells);
  if (!read.success) return { faults: [...refuseRows(own, { row: first.row, ...faultOf(read.error) }), ...others] };
  const lines: OrderRow['lines'] = [];
  for (const { row, cells } of own) {
    const line = shapes.line.safeParse(cells);
    if (!line.success) return { faults: [...refuseRows(own, { row, ...faultOf(line.error) }), ...others] };
    const { lineName, lineSku, lineQuantity, linePrice, lineDiscount, lineFulfillment } = line.data;
    lines.push({
      ...{ name: lineName, sku: lineSku, quantity: lineQuantity, priceMinor: linePrice, discountMinor: lineDiscount },
      fulfillment: lineFulfillment,
    });
  }
  const row = { ...read.data, ...personOf(first), name: first.cells.name, currency, lines };
  return { row: { ...row, shipTo: isToSend(row) ? row.shipTo : null }, faults: others, leftOut: leftOutOf(first, row) };
}

/**
 * Rows that carry the number of another order with the same name are that order's, and are refused. A row that says all of the order anew,
 * but otherwise and without a number, may be either: then all rows are refused.
 */
function partOrders(rows: Row[]): { own: Row[]; others: RowFault[] } {
  const [lead] = rows;
  const own: Row[] = [];
  const others: RowFault[] = [];
  let other = false;
  for (const row of rows) {
    const begins = lead !== undefined && row !== lead && ordersSheet.begins!(row.cells);
    const same: boolean | null = begins ? isSame(lead.cells, row.cells) : !other;
    const reason = `row ${lead?.row} has another order of this name`;
    const fault = { row: row.row, code: 'order-twice', reason };
    if (same === null) return { own: [], others: refuseRows(rows, fault) };
    other = !same;
    if (other) others.push(fault);
    else own.push(row);
  }
  return { own, others };
}

/** Whether two rows that each say all of an order are the same order's; null where they do not tell. */
function isSame(lead: Row['cells'], cells: Row['cells']): boolean | null {
  if (lead.id !== '' && cells.id !== '') return lead.id === cells.id;
  const alike = (['placedAt', 'payment', 'currency', 'total', 'email'] as const).every(
    (column) => lead[column] === cells[column],
  );
  return alike || null;
}

function personOf({ cells }: Row): Pick<OrderRow, 'orderId' | 'email' | 'phone' | 'marketing' | 'shipTo' | 'country'> {
  const phone = asPhone(unguarded(cells.phone)) ?? asPhone(unguarded(cells.billingPhone));
  return {
    orderId: idOf(cells.id),
    email: asEmail(unguarded(cells.email)),
    phone,
    marketing: toldBy(cells.marketing),
    country: cutTo(cells.shipCountry || cells.billingCountry, 60),
    shipTo: {
      ...{
        name: cells.shipName,
        company: cells.shipCompany,
        address1: cells.shipAddress1,
        address2: cells.shipAddress2,
      },
      ...{ city: cells.shipCity, zip: unguarded(cells.shipZip), province: cells.shipProvince },
      ...{ country: cells.shipCountry, phone: asPhone(unguarded(cells.shipPhone)) ?? '' },
    },
  };
}

/** Where it goes is kept only while something is still to be sent. */
function isToSend({
  fulfillment,
  payment,
  cancelledAt,
  shipTo,
}: Omit<OrderRow, 'shipTo'> & { shipTo: OrderRow['shipTo'] }) {
  const over =
    cancelledAt !== null || /^(fulfilled|restocked)$/.test(fulfillment) || /^(refunded|voided)$/.test(payment);
  return !over && Boolean(shipTo?.address1 || shipTo?.city || shipTo?.name);
}

function leftOutOf({ cells }: Row, row: OrderRow): LeftOutCounts {
  return {
    'delivery-addresses': cells.shipAddress1 && !isToSend(row) ? 1 : 0,
    'billing-addresses': cells.billingAddress1 ? 1 : 0,
    'order-notes': cells.notes || cells.noteAttributes ? 1 : 0,
    'payment-references': cells.paymentReference ? 1 : 0,
    'phone-numbers': isToSend(row) && cells.shipPhone && !row.shipTo?.phone ? 1 : 0,
    'orders-nameless': row.email === null ? 1 : 0,
  };
}
