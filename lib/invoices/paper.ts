import { translator } from '@/lib/core/i18n';
import { messageLocale } from '@/lib/core/locale';
import { plainAmount } from '@/lib/core/money';
import { dayInZone } from '@/lib/core/zoned-time';

import type { Paper, Row } from '@/lib/outside/pdf/write-pdf';
import { runSlow } from '@/lib/outside/slow';

import type { InvoiceView } from './queries';

/** An invoice or a credit note as a PDF, in the language of its order; `owner` is who asks, so that nobody takes more than their turn. */
export const invoicePdf = (invoice: InvoiceView, owner: string): Promise<Uint8Array> =>
  runSlow('pdf', { papers: [paperOf(invoice)] }, { owner });

/** What stands on its paper. Amounts are plain numbers of the currency that the head names; days are those of the shop. */
export function paperOf({ number, kind, at, content }: InvoiceView): Paper {
  const { seller, buyer, locale, order, currency, lines, shipping, tax, timeZone } = content;
  const t = translator(locale, 'invoices');
  const money = (minor: number) => plainAmount(minor, currency);
  const day = (when: Date) => dayInZone(timeZone, when);
  const title = t(kind === 'INVOICE' ? 'invoice' : 'creditNote', { number });
  const priced = (text: string, { netMinor, taxMinor }: { netMinor: number; taxMinor: number }): Row => ({
    text,
    cells: [money(netMinor), money(taxMinor), money(netMinor + taxMinor)],
  });
  const goods = lines.map((line) => priced(t('line', { quantity: line.quantity, title: line.title[locale] }), line));
  const sent = shipping.netMinor + shipping.taxMinor > 0 ? [priced(t('shipping'), shipping)] : [];
  const part = lines.length === 0 ? [priced(t('part'), content)] : [];
  const rate = t('tax', { name: tax.name || t('taxPlain'), rate: rateOf(tax.ppm) });
  return {
    title,
    author: seller.name,
    at: at.getTime(),
    lang: messageLocale(locale),
    from: [
      seller.name,
      ...seller.address.split('\n'),
      ...seller.taxNumbers.map(({ name, number: of }) => `${name} ${of}`),
    ]
      .map((line) => line.trim())
      .filter(Boolean),
    to: [...companyLines(content), ...buyer.lines, countryName(buyer.country, locale)],
    facts: [
      [t('date'), day(at)],
      [t('orderNumber'), order.number],
      [t('paidOn'), day(new Date(order.paidAt))],
      ...(content.invoice === undefined ? [] : [[t('ofInvoice'), content.invoice] as [string, string]]),
    ],
    head: { text: t('item', { currency }), cells: [t('net'), t('taxShort'), t('gross')], strong: true },
    rows: [...goods, ...sent, ...part],
    totals: [
      { text: t('netTotal'), cells: [money(content.netMinor)] },
      { text: rate, cells: [money(content.taxMinor)] },
      {
        text: t(kind === 'INVOICE' ? 'total' : 'creditTotal', { currency }),
        cells: [money(content.totalMinor)],
        strong: true,
      },
    ],
    foot: [t(kind === 'INVOICE' ? 'paidFoot' : 'creditFoot')],
  };
}

function companyLines({ buyer: { company }, locale }: InvoiceView['content']): string[] {
  if (!company) return [];
  const { name, taxNumber } = company;
  return [name, ...(taxNumber ? [translator(locale, 'invoices')('buyerTaxNumber', { number: taxNumber })] : [])];
}

const rateOf = (ppm: number): string => String(ppm / 10_000);

const countryName = (code: string, locale: InvoiceView['content']['locale']): string =>
  new Intl.DisplayNames([messageLocale(locale)], { type: 'region' }).of(code) ?? code;
