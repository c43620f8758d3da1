import { path } from '@/lib/core/paths';

/** Paths of this domain's pages, without their language. */
export const dropsPaths = {
  drops: () => '/drops',
  drop: (slug: string) => path('drops', slug),
  dropReport: (slug: string) => path('drops', slug, 'report'),
  draw: (slug: string) => path('drops', slug, 'draw'),
} as const;
