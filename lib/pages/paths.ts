import { path } from '@/lib/core/paths';

/** Paths of this domain's pages, without their language. */
export const pagesPaths = { page: (slug: string) => path('pages', slug) } as const;
