/** The pictures of a brand: its logo, that for dark pages, the icon of its pages, and what links to it show. Safe in the browser. */
export const brandPictures = ['mark', 'markDark', 'icon', 'card'] as const;
export type BrandPicture = (typeof brandPictures)[number];
