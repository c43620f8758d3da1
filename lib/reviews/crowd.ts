import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    // Owners of long ago: of the same units, and gone before those of today.
    table: 'Ownership',
    values: {
      id: rowId('reviewedOwnership'),
      unitId: rowId('unit'),
      memberId: rowId('member'),
      productId: firstId('product'),
      variantId: firstId('variant'),
      registeredAt: "now() - interval '900 days'",
      endedAt: "now() - interval '800 days'",
    },
  },
  {
    table: 'Review',
    values: {
      id: rowId('review'),
      productId: firstId('product'),
      memberId: rowId('member'),
      ownershipId: rowId('reviewedOwnership'),
      rating: '1 + i % 5',
      title: "'Crowd ' || i",
      body: "'It does what it should'",
      lang: "'en'",
      stateAt: minutesAgo,
      createdAt: minutesAgo,
    },
  },
  {
    table: 'ReviewReport',
    values: {
      id: rowId('reviewReport'),
      reviewId: firstId('review'),
      reporterId: rowId('member'),
      rule: "'SPAM'",
      createdAt: minutesAgo,
    },
  },
  {
    table: 'ReviewRevision',
    values: {
      reviewId: firstId('review'),
      version: 'i',
      rating: '3',
      title: "'Before'",
      body: "'It was otherwise'",
      at: minutesAgo,
    },
  },
  {
    table: 'ProductQuestion',
    values: {
      id: rowId('shopperQuestion'),
      productId: firstId('product'),
      memberId: rowId('member'),
      body: "'Does it hum? ' || i",
      lang: "'en'",
      createdAt: minutesAgo,
    },
  },
  {
    table: 'QuestionPost',
    values: {
      id: rowId('shopperAnswer'),
      questionId: firstId('shopperQuestion'),
      memberId: rowId('member'),
      kind: "'OWNER'",
      body: "'Not at all'",
      lang: "'en'",
      createdAt: minutesAgo,
    },
  },
];
