import { pool } from '@/lib/core/db';
import { listOf } from '@/tests/guarantees/tables';

const id = (kind: string): string => `md5('${kind}' || i)::uuid`;
const pick = (kind: string): string => `md5('${kind}' || 1)::uuid`;
const ago = `now() - i * interval '1 minute'`;
const fill = (table: string, columns: string, values: string): string =>
  `INSERT INTO "${table}" (${columns
    .split(' ')
    .map((column) => `"${column}"`)
    .join(', ')}) SELECT ${values} FROM generate_series($1::int, $2::int) i`;

/**
 * Rows from..to of everything that the pages list (what domains declare in their access.ts comes after it): members, products, boards, threads, ideas and their votes, replies of thread 1,
 * releases and their credits, drops, and member 1's orders, ownerships, notifications, mails, reports and audit entries.
 */
const statements = [
  fill(
    'Member',
    'id handle name email emailVerifiedAt trust createdAt',
    `${id('member')}, 'crowd' || i, 'Fan ' || i, 'crowd' || i || '@test.millet', now(), 1, ${ago}`,
  ),
  fill(
    'Product',
    'id handle title status createdAt updatedAt',
    `${id('product')}, 'crowd-' || i, 'Product ' || i, 'ACTIVE', ${ago}, now()`,
  ),
  fill(
    'Variant',
    'id productId position title options priceMinor currency',
    `${id('variant')}, ${id('product')}, 0, 'Ink', ARRAY['Ink'], 12900, 'USD'`,
  ),
  fill(
    'Variant',
    'id productId position title options priceMinor currency',
    `${id('colour')}, ${pick('product')}, i, 'Colour ' || i, ARRAY['C' || i], 12900, 'USD'`,
  ),
  fill('ProductImage', 'id productId position path state', `${id('image')}, ${pick('product')}, i, '/x.svg', 'READY'`),
  fill(
    'Board',
    'id slug name productId position createdAt',
    `${id('board')}, 'crowd-' || i, 'Board ' || i, ${id('product')}, i, now()`,
  ),
  fill(
    'Board',
    'id slug name position visibility createdAt',
    `${id('room')}, 'room-' || i, 'Room ' || i, i, 'MEMBERS', now()`,
  ),
  fill(
    'Thread',
    'id number boardId authorId kind title slug createdAt lastPostAt',
    `${id('thread')}, 100000 + i, ${pick('board')}, ${id('member')}, 'IDEA', 'An idea of the crowd ' || i, 'idea-' || i, ${ago}, ${ago}`,
  ),
  fill(
    'Post',
    'id threadId number authorId markdown html excerpt createdAt',
    `${id('opening')}, ${id('thread')}, 1, ${id('member')}, 'Words', '<p>Words</p>', 'Words', ${ago}`,
  ),
  fill(
    'Post',
    'id threadId number authorId depth branch markdown html excerpt createdAt',
    `${id('reply')}, ${pick('thread')}, 1 + i, ${id('member')}, 1, 1 + i, 'Words', '<p>Words</p>', 'Words', now()`,
  ),
  fill(
    'Thread',
    'id number boardId authorId kind title slug createdAt lastPostAt',
    `${id('inside')}, 200000 + i, ${pick('room')}, ${id('member')}, 'DISCUSSION', 'Behind the door ' || i, 'in-' || i, ${ago}, ${ago}`,
  ),
  fill(
    'Post',
    'id threadId number authorId markdown html excerpt createdAt',
    `${id('inner')}, ${id('inside')}, 1, ${id('member')}, 'Words', '<p>Words</p>', 'Words', ${ago}`,
  ),
  fill(
    'Post',
    'id threadId number authorId depth branch markdown html excerpt createdAt',
    `${id('answer')}, ${pick('inside')}, 1 + i, ${id('member')}, 1, 1 + i, 'Words', '<p>Words</p>', 'Words', now()`,
  ),
  fill(
    'Idea',
    'id threadId productId stage stageAt voteCount createdAt',
    `${id('idea')}, ${id('thread')}, ${pick('product')}, (ARRAY['NEW','NEW','PLANNED','STARTED','SHIPPED'])[1 + i % 5]::"IdeaStage", ${ago}, 1, ${ago}`,
  ),
  fill('IdeaVote', 'ideaId memberId at', `${pick('idea')}, ${id('member')}, now()`),
  fill('IdeaStep', 'id ideaId to byId at', `${id('step')}, ${pick('idea')}, 'NEW', ${pick('member')}, ${ago}`),
  fill(
    'Idea',
    'id threadId productId stage stageAt mergedIntoId createdAt',
    `${id('merged')}, ${id('inside')}, ${pick('product')}, 'MERGED', ${ago}, ${pick('idea')}, ${ago}`,
  ),
  fill(
    'Release',
    'id slug productId kind version title markdown html createdAt publishedAt',
    `${id('release')}, 'crowd-' || i, ${pick('product')}, 'APP', '1.' || i, 'Release ' || i, 'x', '<p>x</p>', ${ago}, ${ago}`,
  ),
  fill(
    'ReleaseCredit',
    'releaseId ideaId memberId reason',
    `${pick('release')}, ${id('idea')}, ${id('member')}, 'IDEA'`,
  ),
  `UPDATE "Idea" SET "releaseId" = ${pick('release')} WHERE "stage" = 'SHIPPED' AND $1::int <= $2::int`,
  fill(
    'Drop',
    'id slug productId title mode createdAt announcedAt',
    `${id('drop')}, 'crowd-' || i, ${pick('product')}, 'Drop ' || i, 'DRAW', ${ago}, ${ago}`,
  ),
  fill(
    'Wave',
    'id dropId number opensAt closesAt seed seedHash decidedAt',
    `${id('wave')}, ${id('drop')}, 1, now() - interval '2 hours', now() + (CASE WHEN i % 2 = 0 THEN -1 ELSE 1 END) * interval '1 hour', 'ab', 'cd', now()`,
  ),
  fill(
    'Allotment',
    'id waveId variantId units remaining',
    `${id('allotment')}, ${id('wave')}, ${pick('variant')}, 500, 499`,
  ),
  fill(
    'Entry',
    'id dropId waveId memberId allotmentId at state rank',
    `${id('entry')}, ${pick('drop')}, ${pick('wave')}, ${id('member')}, ${pick('allotment')}, now(), 'LOST', i`,
  ),
  fill(
    'Reservation',
    'dropId memberId variantId createdAt',
    `${pick('drop')}, ${id('member')}, ${pick('variant')}, now()`,
  ),
  fill(
    'Claim',
    'id dropId allotmentId memberId state heldUntil createdAt',
    `${id('claim')}, ${id('drop')}, ${id('allotment')}, ${pick('member')}, 'PAID', now(), ${ago}`,
  ),
  fill(
    'Order',
    'id number memberId claimId dropId state currency subtotalMinor shippingMinor taxMinor totalMinor shipName shipLine1 shipCity shipPostcode shipCountry createdAt paidAt',
    `${id('order')}, 'CROWD' || i, ${pick('member')}, ${id('claim')}, ${id('drop')}, 'DELIVERED', 'USD', 12900, 0, 0, 12900, 'A', 'B', 'C', 'D', 'NL', ${ago}, ${ago}`,
  ),
  fill(
    'OrderLine',
    'id orderId variantId title quantity priceMinor',
    `${id('line')}, ${id('order')}, ${pick('variant')}, 'Earphones', 1, 12900`,
  ),
  fill('OrderStep', 'id orderId kind at', `${id('orderStep')}, ${pick('order')}, 'PLACED', ${ago}`),
  fill(
    'Payment',
    'id orderId provider amountMinor currency state createdAt',
    `${id('payment')}, ${pick('order')}, 'demo', 12900, 'USD', 'FAILED', ${ago}`,
  ),
  fill(
    'Ownership',
    'id serial memberId productId variantId orderId registeredAt',
    `${id('ownership')}, 'S' || i, ${pick('member')}, ${pick('product')}, ${pick('variant')}, ${id('order')}, ${ago}`,
  ),
  fill(
    'OwnerQuestion',
    'id productId text active createdAt',
    `${id('question')}, ${pick('product')}, 'How is it?', i = 1, ${ago}`,
  ),
  fill(
    'OwnerPrompt',
    'id ownershipId questionId dueAt askedAt',
    `${id('prompt')}, ${id('ownership')}, ${pick('question')}, now(), now()`,
  ),
  fill(
    'OwnerVoice',
    'id promptId productId memberId rating body createdAt',
    `${id('voice')}, ${id('prompt')}, ${pick('product')}, ${pick('member')}, 4, 'It creaks', ${ago}`,
  ),
  fill(
    'Notification',
    'id memberId kind data path eventId createdAt',
    `${id('notification')}, ${pick('member')}, 'mentioned', '{"title":"x","name":"y"}', '/', ${id('event')}, ${ago}`,
  ),
  fill(
    'Mail',
    'id key to locale kind subject text html createdAt',
    `${id('mail')}, 'crowd' || i, 'a@b.c', 'en', 'mentioned', 'x', 'x', 'x', ${ago}`,
  ),
  fill(
    'Report',
    'id postId reporterId reason createdAt',
    `${id('report')}, ${id('opening')}, ${pick('member')}, 'SPAM', ${ago}`,
  ),
  fill('Hiding', 'postId byId reason at', `${id('reply')}, ${pick('member')}, 'x', ${ago}`).concat(' WHERE i % 7 = 0'),
  fill(
    'AuditEntry',
    'id actorId act subjectType subjectId at',
    `${id('audit')}, ${pick('member')}, 'member.warn', 'member', ${id('member')}::text, ${ago}`,
  ),
  `UPDATE "Thread" t SET "postCount" = (SELECT count(*) FROM "Post" p WHERE p."threadId" = t."id") WHERE $1::int <= $2::int`,
  `UPDATE "Board" b SET "threadCount" = (SELECT count(*) FROM "Thread" t WHERE t."boardId" = b."id") WHERE $1::int <= $2::int`,
];

const declared = () =>
  listOf('crowd').map(({ table, values }) =>
    fill(table, Object.keys(values).join(' '), Object.values(values).join(', ')),
  );

export async function makeCrowd(from: number, to: number): Promise<void> {
  for (const statement of [...statements, ...declared()]) {
    await pool
      .query(statement, [from, to])
      .catch((error: Error) => Promise.reject(new Error(`${error.message}: ${statement.slice(0, 200)}`)));
  }
}

/** The id of row 1 of a kind, as the database made it. */
export async function crowdId(kind: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(`SELECT ${pick(kind)} AS id`);
  return rows[0]!.id;
}
