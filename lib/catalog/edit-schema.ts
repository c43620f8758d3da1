/** What the form of a product sends; safe in the browser. */
import { z } from 'zod';

import { maybeLine, maybeLines, nameLine } from '@/lib/core/fields';
import { moment, withMoments } from '@/lib/core/form-moments';
import { isCurrency, readAmount } from '@/lib/core/money';
import { jsonText, language, orNothing } from '@/lib/core/pieces';
import { typed } from '@/lib/core/typed';
import { whole } from '@/lib/core/whole-number';

import { batteryMarks } from './choices/battery-marks';
import { gridMost, keyOf } from './choices/option-grid';

const value = maybeLine(100);

const row = z.object({
  id: z.uuid().nullable().default(null),
  options: z.array(value).max(gridMost.options),
  titleZh: maybeLine(255),
  sku: typed(100),
  barcode: typed(100),
  price: typed(20),
  grams: whole(0, 1_000_000),
  hsCode: typed(12).refine((code) => /^(?:[\d. ]{4,12})?$/.test(code), 'code:bad-hs-code'),
  origin: typed(2, (text) => text.trim().toUpperCase()).refine(
    (code) => /^(?:[A-Z]{2})?$/.test(code),
    'code:bad-country',
  ),
  battery: z.enum(batteryMarks),
});

const grid = z
  .object({
    currency: z.string().refine(isCurrency, 'code:bad-value'),
    optionNames: z.array(nameLine(60)).max(gridMost.options),
    variants: z.array(row).min(1).max(gridMost.variants, 'code:too-many-variants'),
  })
  .transform(({ currency, optionNames, variants }, ctx) => {
    const problem = (at: number, name: string, code: string) =>
      ctx.addIssue({ code: 'custom', message: `code:${code}`, path: ['variants', at, name], input: variants[at] });
    const combined = new Set<string>();
    const skus = new Set<string>();
    const priced = variants.map(({ price, ...each }, at) => {
      const priceMinor = readAmount(price, currency);
      if (priceMinor === null) problem(at, 'price', price ? 'bad-price' : 'required');
      if (each.options.length !== optionNames.length || combined.has(keyOf(each.options)))
        problem(at, 'options', 'option-twice');
      if (each.sku && skus.has(each.sku)) problem(at, 'sku', 'sku-twice');
      combined.add(keyOf(each.options));
      skus.add(each.sku);
      return { ...each, priceMinor: priceMinor ?? 0, currency };
    });
    return { optionNames, variants: priced };
  });

/** The grid of variants travels as JSON in one field. */
const gridField = jsonText(300_000).pipe(grid);

const specifications = maybeLines(8_000);

export const editProductInput = withMoments(
  ['publishAt'],
  z
    .object({
      productId: orNothing(z.uuid().optional()),
      shown: whole(0, 2_000_000_000).default(0),
      locale: language,
      title: nameLine(255),
      titleZh: maybeLine(255),
      tagline: maybeLine(255),
      taglineZh: maybeLine(255),
      markdown: maybeLines(20_000),
      markdownZh: maybeLines(20_000),
      vendor: maybeLine(255),
      type: maybeLine(255),
      specifications,
      specificationsZh: specifications,
      warnings: maybeLines(4_000),
      warningsZh: maybeLines(4_000),
      manufacturer: maybeLines(600),
      responsible: maybeLines(600),
      state: z.enum(['DRAFT', 'SCHEDULED', 'ACTIVE', 'ARCHIVED']).default('DRAFT'),
      publishAt: orNothing(moment.optional()),
      grid: gridField,
    })
    .check((ctx) => {
      if (ctx.value.state === 'SCHEDULED' && !ctx.value.publishAt)
        ctx.issues.push({ code: 'custom', message: 'code:bad-date', path: ['publishAt'], input: ctx.value });
    }),
);

export type EditProduct = z.output<typeof editProductInput>;
