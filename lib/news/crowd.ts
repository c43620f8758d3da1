import { minutesAgo, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'NewsConsent',
    values: {
      id: 'gen_random_uuid()',
      email: "'news' || i || '@test.millet'",
      locale: "'en'",
      wording: "'Tell me'",
      askedAt: minutesAgo,
      confirmedAt: 'now()',
    },
  },
];
