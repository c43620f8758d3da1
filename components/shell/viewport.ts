import type { Viewport } from 'next';
import { brand } from '@/lib/core/brand';

export const shellViewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: brand.colour.light },
    { media: '(prefers-color-scheme: dark)', color: brand.colour.dark },
  ],
};
