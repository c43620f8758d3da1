import { path } from '@/lib/core/paths';

/** Paths of this domain's pages, without their language. */
export const recallsPaths = { recalls: () => '/recalls', recall: (slug: string) => path('recalls', slug) } as const;
