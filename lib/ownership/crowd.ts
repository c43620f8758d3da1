import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Ownership',
    values: {
      id: rowId('ownership'),
      unitId: rowId('unit'),
      memberId: firstId('member'),
      productId: firstId('product'),
      variantId: firstId('variant'),
      orderId: rowId('order'),
      registeredAt: minutesAgo,
    },
  },
  {
    table: 'OwnerQuestion',
    values: {
      id: rowId('question'),
      productId: firstId('product'),
      text: "'How is it?'",
      active: 'i = 1',
      createdAt: minutesAgo,
    },
  },
  {
    table: 'OwnerPrompt',
    values: {
      id: rowId('prompt'),
      ownershipId: rowId('ownership'),
      questionId: firstId('question'),
      dueAt: 'now()',
      askedAt: 'now()',
    },
  },
  {
    table: 'OwnerClaim',
    values: {
      id: rowId('claim'),
      memberId: firstId('member'),
      productId: firstId('product'),
      serial: "'CLAIM-' || i",
      proof: "'I bought it from a friend'",
      pictures: "'{}'",
      createdAt: minutesAgo,
    },
  },
  {
    table: 'OwnerVoice',
    values: {
      id: rowId('voice'),
      promptId: rowId('prompt'),
      productId: firstId('product'),
      memberId: firstId('member'),
      rating: '4',
      body: "'It creaks'",
      createdAt: minutesAgo,
    },
  },
];
