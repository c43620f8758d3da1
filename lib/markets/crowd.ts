import { minutesAgo, type CrowdRows } from '@/lib/core/crowd';

const data = {
  ...{ seller: { name: 'Crowd', address: '', taxNumbers: [] }, returnAddress: '', currency: 'USD', timeZone: 'UTC' },
  ...{ taxIncluded: false, zones: [], taxes: [] },
};

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  { table: 'Market', values: { number: 'i', createdAt: minutesAgo } },
  {
    table: 'MarketVersion',
    values: { market: '1', version: 'i', data: `'${JSON.stringify(data)}'::jsonb`, at: minutesAgo },
  },
];
