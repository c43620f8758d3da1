import { z } from 'zod';

import { exponents } from './currencies';
import { maybeLine, nameLine } from './fields';
import { list, language } from './pieces';

/** A colour as `#rrggbb`, in small letters. */
export const colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'code:bad-colour');

/** The code of a currency that ISO 4217 lists. */
export const currencyCode = z.string().refine((code) => exponents.has(code), 'code:bad-value');

const inEach = <T extends z.ZodType>(text: T) => z.object({ en: text, zh: text });
const inBoth = z.object({ light: colour, dark: colour });
// A picture that comes with the program, or one that was uploaded.
const picture = z.string().regex(/^\/(brand|files)\/[\w-]+(\.[a-z0-9]+)?$/, 'code:bad-value');

/** Everything that names and dresses the brand that runs this Millet, as it is stored; never a secret. */
export const brandData = z.object({
  name: inEach(nameLine(40)),
  shortName: inEach(nameLine(20)),
  tagline: inEach(maybeLine(120)),
  /** An SVG whose drawing has the id "mark"; its colours are art tokens, so it follows the theme. */
  mark: picture,
  /** The logo for dark pages; without one the first stands on them too. */
  markDark: picture.nullable(),
  icon: picture,
  /** The Open Graph card of pages without a picture of their own, 1200 × 630. */
  card: picture,
  /** The ground of pages and the colour of what is pressed, in each theme. */
  colour: z.object({ paper: inBoth, accent: inBoth }),
  /** The currency whose amounts have a bare sign. */
  currency: currencyCode,
  /** Both languages, that of a reader who asks for neither first. */
  languages: list(language, 2).refine((each) => new Set(each).size === each.length && each.length > 0),
  contact: z.union([z.literal(''), z.email('code:bad-email').max(254)]),
  imprint: inEach(maybeLine(200)),
});

export type Brand = z.output<typeof brandData>;

/** The card of the demo's own brand. */
export const demoCard = '/brand/card.png';

/** Stands in while no brand was saved. */
export const neutralBrand: Brand = {
  name: { en: 'Millet', zh: 'Millet' },
  shortName: { en: 'Millet', zh: 'Millet' },
  tagline: { en: 'A community and a store in one place.', zh: '社区和商店，在一个地方。' },
  mark: '/brand/mark.svg',
  markDark: null,
  icon: '/brand/icon-512.png',
  card: '/brand/icon-512.png',
  colour: { paper: { light: '#faf6ed', dark: '#16120d' }, accent: { light: '#e0a32e', dark: '#e5b04a' } },
  currency: 'USD',
  languages: ['en', 'zh'],
  contact: '',
  imprint: { en: '', zh: '' },
};
