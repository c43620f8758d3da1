/**
 * The icons that are drawn from the brand's own, as PNG: two for the manifest's ordinary purpose, one that systems cut into their own
 * shape, and one for the home screens of Apple's devices, which show no transparency. Sides in pixels.
 */
export const drawnIcons = {
  'any-192': { side: 192 },
  'any-512': { side: 512 },
  'maskable-512': { side: 512, ground: 'always' },
  'touch-180': { side: 180, ground: 'where-transparent' },
} as const satisfies Record<string, { side: number; ground?: 'always' | 'where-transparent' }>;

export type DrawnIcon = keyof typeof drawnIcons;
export const drawnIconNames = Object.keys(drawnIcons) as DrawnIcon[];
