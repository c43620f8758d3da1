/** What the forms of shipping and of taxes send; safe in the browser. */
import { z } from 'zod';

import { maybeLine, maybeLines } from '@/lib/core/fields';
import { marketData, type Promises } from '@/lib/core/market';
import { readAmount } from '@/lib/core/money';
import { jsonText, language, onOff, ticked } from '@/lib/core/pieces';
import { typed } from '@/lib/core/typed';
import { whole, wholeOrNone } from '@/lib/core/whole-number';

const { zones, taxes, seller, returnAddress, timeZone } = marketData.shape;

const code = typed(3, (text) => text.trim().toUpperCase());
const count = typed(10, (text) => text.normalize('NFKC').trim());

const weight = z.object({ upTo: count, price: typed(20) });
const rate = z.object({ currency: code, bands: z.array(weight).max(20) });
const zone = z.object({
  name: maybeLine(60),
  nameZh: maybeLine(60),
  countries: z.array(code).max(300),
  daysMin: count,
  daysMax: count,
  rates: z.array(rate).max(30),
});

/** A zone as its card of the form has it: what is typed, as text. */
export type TypedZone = z.input<typeof zone>;

type Fault = (path: (string | number)[], code: string) => void;

function zoneOf(row: z.output<typeof zone>, fault: Fault): z.input<typeof zones>[number] {
  const { name, nameZh, countries, daysMin, daysMax, rates } = row;
  if (!name) fault(['name'], 'required');
  const days = daysOf(daysMin, daysMax);
  if (days === undefined) fault(['days'], 'bad-days');
  if (new Set(rates.map(({ currency }) => currency)).size < rates.length) fault(['rates'], 'currency-twice');
  return {
    name: { en: name, zh: nameZh },
    countries,
    days: days ?? null,
    rates: Object.fromEntries(
      rates.map((each, at) => [each.currency, bandsOf(each, (path, of) => fault(['rates', at, ...path], of))]),
    ),
  };
}

// Null where neither is given, undefined where they make no sense.
function daysOf(least: string, most: string): [number, number] | null | undefined {
  if (!least && !most) return null;
  return [least, most].every((text) => /^\d{1,3}$/.test(text)) ? [Number(least), Number(most)] : undefined;
}

function bandsOf({ currency, bands }: z.output<typeof rate>, fault: Fault) {
  if (bands.length === 0) fault([], 'required');
  return bands.map(({ upTo, price }, at) => {
    const amountMinor = readAmount(price, currency);
    if (amountMinor === null) fault(['bands', at, 'price'], price ? 'bad-price' : 'required');
    if (!/^(?:[1-9]\d{0,7})?$/.test(upTo)) fault(['bands', at, 'upTo'], 'bad-weight');
    return { upTo: upTo === '' ? null : Number(upTo), amountMinor: amountMinor ?? 0 };
  });
}

const tax = z.object({
  country: code,
  region: code,
  name: maybeLine(40),
  percent: count,
  included: z.union([z.literal('').transform(() => null), onOff]),
  from: count,
  until: count,
});

/** A tax rate as its row of the form has it. */
export type TypedTax = z.input<typeof tax>;

function taxOf(
  { percent, included, from, until, ...row }: z.output<typeof tax>,
  fault: Fault,
): z.input<typeof taxes>[number] {
  const ppm = partsPerMillion(percent);
  if (ppm === null) fault(['percent'], percent ? 'bad-percent' : 'required');
  return { ...row, ppm: ppm ?? 0, included, from: from || null, until: until || null };
}

/** A rate as it is typed, such as 14.975 for a hundred, in parts per million; null for what is none. */
export function partsPerMillion(percent: string): number | null {
  const [, units, parts = ''] = /^(\d{1,3})(?:[.,](\d{1,4}))?$/.exec(percent.replace(/\s*[%％]$/, '')) ?? [];
  if (units === undefined) return null;
  const ppm = Number(units) * 10_000 + Number(parts.padEnd(4, '0'));
  return ppm <= 1_000_000 ? ppm : null;
}

// Rows travel as JSON in one field.
function rowsOf<Row extends z.ZodType, T>(row: Row, read: (row: z.output<Row>, fault: Fault) => T) {
  return jsonText(300_000)
    .pipe(z.array(row).max(400))
    .transform((rows, ctx) =>
      rows.map((each, at) =>
        read(each, (path, fault) => ctx.addIssue({ code: 'custom', message: `code:${fault}`, path: [at, ...path] })),
      ),
    );
}

// One for each line, its name before a colon.
const taxNumbers = maybeLines(2_000)
  .transform((text, ctx) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [, name, number] = /^([^:：]+)[:：]\s*(.+)$/.exec(line) ?? [];
        if (!name || !number) ctx.addIssue({ code: 'custom', message: 'code:bad-tax-number' });
        return { name: name ?? '', number: number ?? '' };
      }),
  )
  .pipe(seller.shape.taxNumbers);

const saving = { reason: maybeLine(200), shown: whole(0, 2_000_000_000), locale: language };

/** Where parcels go and for how much, where they come back to, and what is promised of them. */
export const saveShippingInput = z
  .object({
    zones: rowsOf(zone, zoneOf).pipe(zones),
    returnAddress,
    packing: wholeOrNone(0, 60),
    returns: wholeOrNone(1, 365),
    warranty: wholeOrNone(1, 240),
    repair: wholeOrNone(1, 60),
    protection: wholeOrNone(1, 90),
    priorPrice: ticked,
    ...saving,
  })
  .transform(
    ({ zones: each, returnAddress: back, packing, returns, warranty, repair, protection, priorPrice, ...rest }) => ({
      ...rest,
      data: {
        ...{ zones: each, returnAddress: back, priorPrice },
        promises: { packing, returns, warranty, repair, protection } satisfies Promises,
      },
    }),
  );

/** Who sells, and the taxes of the places that are sent to. */
export const saveTaxesInput = z
  .object({
    sellerName: seller.shape.name,
    sellerAddress: seller.shape.address,
    taxNumbers,
    taxIncluded: onOff,
    timeZone,
    taxes: rowsOf(tax, taxOf).pipe(taxes),
    ...saving,
  })
  .transform(
    ({
      sellerName: name,
      sellerAddress: address,
      taxNumbers: numbers,
      taxIncluded,
      timeZone: zoneName,
      taxes: each,
      ...rest
    }) => ({
      ...rest,
      data: { seller: { name, address, taxNumbers: numbers }, taxIncluded, timeZone: zoneName, taxes: each },
    }),
  );

/** Puts an older version back, given the version that the page showed. */
export const putBackInput = z.object({ version: whole(1, 2_000_000_000), shown: saving.shown, locale: language });

/** The button that asks the gateway how it is set up. */
export const checkPaymentsInput = z.object({ locale: language });
