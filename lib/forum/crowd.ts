import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Board',
    values: {
      id: rowId('board'),
      slug: "'crowd-' || i",
      name: "'Board ' || i",
      productId: rowId('product'),
      position: 'i',
      createdAt: 'now()',
    },
  },
  {
    table: 'Board',
    values: { id: rowId('room'), slug: "'room-' || i", name: "'Room ' || i", position: 'i', createdAt: 'now()' },
  },
  { table: 'BoardAddress', values: { slug: "'was-' || i", boardId: rowId('board'), at: 'now()' } },
  ...(['board', 'room'] as const).flatMap((kind) =>
    (['READ', 'POST', 'REPLY'] as const).map((verb) => ({
      table: 'BoardRule' as const,
      values: {
        id: rowId(`${kind}-${verb}`),
        boardId: rowId(kind),
        verb: `'${verb}'`,
        who: verb !== 'READ' ? "'READERS'" : kind === 'board' ? "'EVERYONE'" : "'MEMBERS'",
      },
    })),
  ),
  {
    table: 'Thread',
    values: {
      id: rowId('thread'),
      number: '100000 + i',
      boardId: firstId('board'),
      authorId: rowId('member'),
      kind: "'IDEA'",
      title: "'An idea of the crowd ' || i",
      slug: "'idea-' || i",
      createdAt: minutesAgo,
      lastPostAt: minutesAgo,
    },
  },
  {
    table: 'Post',
    values: {
      id: rowId('opening'),
      threadId: rowId('thread'),
      number: '1',
      authorId: rowId('member'),
      markdown: "'Words'",
      html: "'<p>Words</p>'",
      excerpt: "'Words'",
      createdAt: minutesAgo,
    },
  },
  {
    table: 'Post',
    values: {
      id: rowId('reply'),
      threadId: firstId('thread'),
      number: '1 + i',
      authorId: rowId('member'),
      depth: '1',
      branch: '1 + i',
      markdown: "'Words'",
      html: "'<p>Words</p>'",
      excerpt: "'Words'",
      createdAt: 'now()',
    },
  },
  {
    table: 'Thread',
    values: {
      id: rowId('inside'),
      number: '200000 + i',
      boardId: firstId('room'),
      authorId: rowId('member'),
      kind: "'DISCUSSION'",
      title: "'Behind the door ' || i",
      slug: "'in-' || i",
      createdAt: minutesAgo,
      lastPostAt: minutesAgo,
    },
  },
  {
    table: 'Post',
    values: {
      id: rowId('inner'),
      threadId: rowId('inside'),
      number: '1',
      authorId: rowId('member'),
      markdown: "'Words'",
      html: "'<p>Words</p>'",
      excerpt: "'Words'",
      createdAt: minutesAgo,
    },
  },
  {
    table: 'Post',
    values: {
      id: rowId('answer'),
      threadId: firstId('inside'),
      number: '1 + i',
      authorId: rowId('member'),
      depth: '1',
      branch: '1 + i',
      markdown: "'Words'",
      html: "'<p>Words</p>'",
      excerpt: "'Words'",
      createdAt: 'now()',
    },
  },
  {
    table: 'Hiding',
    values: { postId: rowId('reply'), byId: firstId('member'), reason: "'x'", at: minutesAgo },
    where: 'i % 7 = 0',
  },
];

/** Makes the counts that commands keep agree with the rows. */
export const recount: readonly string[] = [
  `UPDATE "Thread" t SET "postCount" = (SELECT count(*) FROM "Post" p WHERE p."threadId" = t."id")`,
  `UPDATE "Board" b SET "threadCount" = (SELECT count(*) FROM "Thread" t WHERE t."boardId" = b."id")`,
];
