import { path } from '@/lib/core/paths';

/** The page of service points for everybody; not among the paths of pages, which every browser gets. */
export const servicePath = (): string => path('service');
