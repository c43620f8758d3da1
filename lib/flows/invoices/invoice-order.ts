import type { Ctx } from '@/lib/core/context';
import { currentBrand } from '@/lib/core/current-brand';
import type { RecordedEvent } from '@/lib/core/events';
import { forEachLocale, isLocale } from '@/lib/core/locale';
import { marketZone, readTerms, sellerOf } from '@/lib/core/market';
import { taxOfPart } from '@/lib/core/tax-of-part';
import type { InvoiceContent } from '@/lib/invoices/content';
import { sumCredited } from '@/lib/invoices/queries';
import { writeInvoice } from '@/lib/invoices/write-invoice';
import { addressLines } from '@/lib/orders/address-lines';
import { lineTitle } from '@/lib/orders/line-title';
import { getOrderForInvoice, type OrderForInvoice } from '@/lib/orders/order-for-invoice';
import { getRefund, sumWentBack } from '@/lib/orders/payment-queries';
import { isMoney } from '@/lib/outside/payments/is-money';

/** Writes the invoice of an order that was paid. */
export async function invoicePaid(ctx: Ctx, { payload }: RecordedEvent<'order.paid'>): Promise<void> {
  const order = await getOrderForInvoice(ctx, payload);
  if (order && isMoney(order)) await invoice(ctx, order, contentOf(order, await sellerIn(ctx, order)));
}

type Refunded = RecordedEvent<'order.refunded'> | RecordedEvent<'order.refundedPartly'>;

/**
 * Writes the credit note of what went back of an order, after its invoice. One that was written of a refund that its bank failed afterwards stands for
 * the next one: together they never come to more than went back.
 */
export async function creditRefunded(ctx: Ctx, { payload }: Refunded): Promise<void> {
  const [order, refund] = [await getOrderForInvoice(ctx, payload), await getRefund(ctx, payload)];
  if (!order || !refund || !isMoney(order)) return;
  const whole = contentOf(order, await sellerIn(ctx, order));
  // First the invoice: it holds the series, so that two credit notes of an order count each other.
  const number = await invoice(ctx, order, whole);
  const [credited, back] = [await sumCredited(ctx, order), await sumWentBack(ctx, order)];
  const totalMinor = Math.min(refund.amountMinor, back - credited);
  if (totalMinor <= 0) return;
  const taxMinor = taxOfPart(totalMinor, credited, order);
  const all = totalMinor === order.totalMinor;
  const sums = { netMinor: totalMinor - taxMinor, taxMinor, totalMinor };
  // A part is one sum: which pieces it is for, nobody says.
  const part = { ...sums, lines: [], shipping: { netMinor: 0, taxMinor: 0 } };
  await writeInvoice(ctx, {
    ...{ kind: 'CREDIT_NOTE', market: order.market, orderId: order.id, refundId: payload.refundId },
    content: { ...whole, ...(all ? {} : part), invoice: number },
  });
}

const invoice = (ctx: Ctx, { market, id: orderId }: OrderForInvoice, content: InvoiceContent): Promise<string> =>
  writeInvoice(ctx, { kind: 'INVOICE', market, orderId, refundId: null, content });

async function sellerIn(ctx: Ctx, { soldIn, locale }: OrderForInvoice): Promise<InvoiceContent['seller']> {
  const seller = sellerOf(soldIn.data);
  if (seller.name) return seller;
  return { ...seller, name: (await currentBrand(ctx.db)).name[isLocale(locale) ? locale : 'en'] };
}

function contentOf(order: OrderForInvoice, seller: InvoiceContent['seller']): InvoiceContent {
  const { lines, shippingMinor, taxMinor, totalMinor, number, paidAt, currency } = order;
  const { tax } = readTerms(order.terms);
  const inLines = lines.reduce((sum, line) => sum + line.taxMinor, 0);
  return {
    seller,
    buyer: {
      ...{ lines: addressLines(order).map(({ text }) => text), country: order.shipCountry },
      ...(order.company && { company: order.company }),
    },
    timeZone: marketZone(order.soldIn.data),
    locale: isLocale(order.locale) ? order.locale : 'en',
    order: { number, paidAt: paidAt.toISOString() },
    currency,
    lines: lines.map(({ quantity, netMinor, taxMinor: own, ...line }) => ({
      ...{ quantity, netMinor, taxMinor: own, title: forEachLocale((locale) => lineTitle(locale, line)) },
    })),
    shipping: { netMinor: shippingMinor, taxMinor: taxMinor - inLines },
    tax: { name: tax.name, ppm: tax.ppm },
    ...{ netMinor: totalMinor - taxMinor, taxMinor, totalMinor },
  };
}
