import { path } from '@/lib/core/paths';

/** Paths of this domain's pages, without their language. */
export const creditPaths = { credit: () => path('credit') } as const;
