import { z } from 'zod';

import { brandPictures } from './choices/pictures';
import { startPartNames, startParts, type StartPart } from './choices/start-parts';
import { brandData, type Brand } from '@/lib/core/brand';
import { lowContrast, type Theme } from '@/lib/core/brand-colours';
import { maybeLine, oneLine } from '@/lib/core/fields';
import type { Locale } from '@/lib/core/locale';
import { language, onOff, orNothing, rowNumber } from '@/lib/core/pieces';
import { siteAreas } from '@/lib/core/site-areas';
import { whole } from '@/lib/core/whole-number';

const { name, shortName, tagline, imprint, colour, currency, contact } = brandData.shape;

const bothLanguages: Record<Locale, Locale[]> = { en: ['en', 'zh'], zh: ['zh', 'en'] };

const version = whole(0, 2_000_000_000);

// Text must be readable on the ground of pages; the number is in the sentence at the field.
const paper = (theme: Theme) =>
  colour.shape.paper.shape[theme].check((ctx) => {
    if (!/^#[0-9a-f]{6}$/.test(ctx.value)) return;
    const params = lowContrast(theme, ctx.value);
    if (params) ctx.issues.push({ code: 'custom', message: 'code:low-contrast', params, input: ctx.value });
  });

/** What the form of the brand sends: each text in each language, the colours of each theme, and the version that it showed. */
export const saveBrandInput = z
  .object({
    name: name.shape.en,
    nameZh: name.shape.zh,
    shortName: shortName.shape.en,
    shortNameZh: shortName.shape.zh,
    tagline: tagline.shape.en,
    taglineZh: tagline.shape.zh,
    imprint: imprint.shape.en,
    imprintZh: imprint.shape.zh,
    paperLight: paper('light'),
    paperDark: paper('dark'),
    accentLight: colour.shape.accent.shape.light,
    accentDark: colour.shape.accent.shape.dark,
    currency,
    language,
    contact: z.string().trim().default('').pipe(contact),
    reason: maybeLine(200),
    shown: version,
    locale: language,
  })
  .transform(({ shown, reason, locale, ...fields }) => ({ shown, reason, locale, data: fromFields(fields) }));

/** Opens or closes the site, given the version that the page showed, with the line for guests. */
export const openingInput = z.object({
  shown: version,
  open: onOff,
  line: maybeLine(200),
  lineZh: maybeLine(200),
  reason: maybeLine(200),
});

/** Turns an area off or on, given the version that the page showed. */
export const setAreaInput = z.object({ area: z.enum(siteAreas), on: onOff, shown: version });
export type SetAreaInput = z.output<typeof setAreaInput>;

/** Puts an older version back, given the version that the page showed. */
export const putBackInput = z.object({ version, shown: version, locale: language });

const startFields = Object.fromEntries(
  startPartNames.map((part) => [part, maybeLine(startParts[part].most)]),
) as Record<StartPart, ReturnType<typeof maybeLine>>;

/** The words of the start page in one language, each part in a field of its name. Whether they can be said, the command asks. */
export const startWordsInput = z
  .object({ ...startFields, language, shown: version, act: z.enum(['save', 'preview']).default('save') })
  .transform(({ language: spoken, shown, act, ...words }) => ({ language: spoken, shown, act, words }));

/** Which version of the start page's words comes back, or the program's own where none is named. */
export const putBackStartInput = z.object({ language, shown: version, version: orNothing(rowNumber.optional()) });

/** A picture of the brand, or none where the program's own is to come back, given the version that the page showed. */
export const brandPictureInput = z
  .object({
    part: z.enum(brandPictures),
    picture: z.instanceof(File, { message: 'code:required' }).optional(),
    remove: onOff.optional(),
    shown: version,
    locale: language,
  })
  .refine(({ picture, remove }) => Boolean(picture?.size) !== Boolean(remove), {
    path: ['picture'],
    error: 'code:required',
  });

const webAddress = oneLine(2_000);

/** Where a brand's old site is, as its owner types it. */
export const oldSiteInput = z.object({ address: webAddress });

/** A picture of an old site that becomes one of the brand's, given the version that the page showed. */
export const oldPictureInput = z.object({
  address: webAddress,
  part: z.enum(brandPictures),
  shown: version,
  locale: language,
});

/** The parts of the brand that the form changes. */
export type BrandEdit = Pick<
  Brand,
  'name' | 'shortName' | 'tagline' | 'imprint' | 'colour' | 'currency' | 'languages' | 'contact'
>;

/** The brand as the fields of its form. */
export const toFields = (brand: BrandEdit) => ({
  name: brand.name.en,
  nameZh: brand.name.zh,
  shortName: brand.shortName.en,
  shortNameZh: brand.shortName.zh,
  tagline: brand.tagline.en,
  taglineZh: brand.tagline.zh,
  imprint: brand.imprint.en,
  imprintZh: brand.imprint.zh,
  paperLight: brand.colour.paper.light,
  paperDark: brand.colour.paper.dark,
  accentLight: brand.colour.accent.light,
  accentDark: brand.colour.accent.dark,
  currency: brand.currency,
  language: brand.languages[0] ?? 'en',
  contact: brand.contact,
});

export type BrandFields = ReturnType<typeof toFields>;

/** The fields of the form as the brand. */
export const fromFields = (fields: BrandFields): BrandEdit => ({
  name: { en: fields.name, zh: fields.nameZh },
  shortName: { en: fields.shortName, zh: fields.shortNameZh },
  tagline: { en: fields.tagline, zh: fields.taglineZh },
  imprint: { en: fields.imprint, zh: fields.imprintZh },
  colour: {
    paper: { light: fields.paperLight, dark: fields.paperDark },
    accent: { light: fields.accentLight, dark: fields.accentDark },
  },
  currency: fields.currency,
  languages: bothLanguages[fields.language],
  contact: fields.contact,
});
