import { path } from '@/lib/core/paths';

/** The page of a collection, or of all; not among the paths of pages, which every browser gets. */
export const collectionPath = (slug?: string): string => path('collections', ...(slug === undefined ? [] : [slug]));
