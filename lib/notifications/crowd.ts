import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Notification',
    values: {
      id: rowId('notification'),
      memberId: firstId('member'),
      kind: "'member.mentioned'",
      data: '\'{"title":"x","name":"y"}\'',
      path: "'/'",
      eventId: rowId('event'),
      createdAt: minutesAgo,
    },
  },
  {
    table: 'Mail',
    values: {
      id: rowId('mail'),
      key: "'crowd' || i",
      to: "'a@b.c'",
      locale: "'en'",
      kind: "'member.mentioned'",
      subject: "'x'",
      text: "'x'",
      html: "'x'",
      createdAt: minutesAgo,
    },
  },
];
