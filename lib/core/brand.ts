/** Everything that names and dresses the brand that runs this Millet. */
export const brand = {
  name: 'Foxtail Audio',
  shortName: 'Foxtail',
  tagline: {
    en: 'Earphones that leave your ears open. Made with the people who wear them.',
    zh: '不堵耳朵的耳机，和戴它的人一起做出来。',
  },
  /** An SVG whose drawing has the id "mark"; its colours are art tokens, so it follows the theme. */
  mark: '/brand/mark.svg',
  icon: '/brand/icon-512.png',
  /** The Open Graph card of pages without a picture of their own, 1200 × 630. */
  card: '/brand/card.png',
  colour: { light: '#faf6ed', dark: '#16120d', accent: '#e0a32e' },
  currency: 'USD',
} as const;
