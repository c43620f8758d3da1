import { minutesAgo, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  { table: 'BrandVersion', values: { version: 'i', data: `jsonb_build_object('currency', 'USD')`, at: minutesAgo } },
  { table: 'BrandOpening', values: { version: 'i', open: 'true', at: minutesAgo } },
];
