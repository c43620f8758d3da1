/** The pictures of a brand: its logo, the icon of its pages, and what links to it show. Safe in the browser. */
export const brandPictures = ['mark', 'icon', 'card'] as const;
export type BrandPicture = (typeof brandPictures)[number];
