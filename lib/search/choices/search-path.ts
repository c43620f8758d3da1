import { withQuery } from '@/lib/core/paths';

/**
 * The path of the search page, without its language. It stands apart from `lib/paths.ts`, whose every line the browser loads with every page:
 * no component of the browser leads here.
 */
export const searchPath = (q?: string, page?: number): string =>
  withQuery('/search', { q, page: page === 1 ? null : page });
