/** A shop of a million orders, members and posts, made by a few statements. */
import type { PoolClient } from 'pg';

import { pool } from '@/lib/core/db';
import { makeDrop } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { makeMarket, soldHere } from '@/tests/support/market';
import { say } from '@/scripts/lib/say';

import { queueSteps, queueTables } from './staff-queue-rows';

export type StaffRows = { adminId: string; drops: string[] };

const tables = [
  'Order',
  'OrderLine',
  'OrderWords',
  'Shipment',
  'Member',
  'MemberWords',
  'Thread',
  'Post',
  'AuditEntry',
  ...queueTables,
];
const inserted = `(${tables.map((table) => `'${table}'`).join(', ')})`;

/**
 * So many of each. Triggers and foreign keys are off meanwhile (the claims and payments behind the orders are not made), and what
 * the triggers would have written of words is written beside the rows; indexes come after them, as that is quicker.
 */
export async function fillShop(rows: number): Promise<StaffRows> {
  await makeMarket();
  const admin = await makeMember({ handle: 'bench-admin', roles: ['ADMIN'], trust: 4 });
  const drops: { id: string; variantId: string }[] = [];
  for (let at = 0; at < 8; at += 1) {
    const { id, variantIds } = await makeDrop();
    drops.push({ id, variantId: variantIds[0]! });
  }
  const client = await pool.connect();
  try {
    await client.query(
      "SET session_replication_role = replica; SET statement_timeout = 0; SET maintenance_work_mem = '512MB'",
    );
    const indexes = await dropIndexes(client);
    for (const [what, statement, values] of [...statements(rows, drops, admin.id), ...queueSteps(rows)]) {
      const began = Date.now();
      await client.query(statement, values);
      say(`${what}: ${((Date.now() - began) / 1000).toFixed(0)} s`);
    }
    const began = Date.now();
    for (const definition of indexes) await client.query(definition);
    await client.query(
      `VACUUM ANALYZE ${tables.map((table) => `"${table}"`).join(', ')}, "Suspension", "Grant", "OrderAlert"`,
    );
    say(`Indexes and statistics: ${((Date.now() - began) / 1000).toFixed(0)} s`);
  } finally {
    client.release(true);
  }
  return { adminId: admin.id, drops: drops.map(({ id }) => id) };
}

async function dropIndexes(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     JOIN pg_class t ON t.oid = i.indrelid WHERE t.relname IN ${inserted} AND NOT i.indisunique AND NOT i.indisexclusion AND t.relnamespace = 'public'::regnamespace`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  return rows.map(({ definition }) => definition);
}

const first = `(ARRAY['Ada', 'Tomas', 'Mei', 'Lena', 'Oskar', 'Juno', 'Dex', 'Wang', 'Iris', 'Noor'])[1 + i % 10]`;
const last = `('Walker' || i % 5000)`;
const name = `${first} || ' ' || ${last}`;
// The newest rows first; the whole shop is three years old.
const moment = `'2026-11-01'::timestamptz - (i::float8 / $1::int) * interval '3 years'`;
const state = `(CASE WHEN i % 50 = 0 THEN 'REFUNDED' WHEN i % 20 = 0 THEN 'CANCELLED' WHEN i < $1::int * 0.001 THEN 'PENDING'
  WHEN i < $1::int * 0.03 THEN 'PAID' WHEN i < $1::int * 0.05 THEN 'SHIPPED' ELSE 'DELIVERED' END)::"OrderState"`;
const series = 'FROM generate_series(1, $1::int) i';
const dropAt = '1 + ((i - 1)::bigint * 8 / $1::int)::int';

type Step = [what: string, statement: string, values: unknown[]];

function statements(rows: number, drops: { id: string; variantId: string }[], adminId: string): Step[] {
  const [ids, variants] = [drops.map(({ id }) => id), drops.map(({ variantId }) => variantId)];
  return [
    [
      'Members',
      `INSERT INTO "Member" ("id", "handle", "name", "email", "emailVerifiedAt", "trust", "createdAt", "lastSeenAt")
      SELECT md5('member' || i)::uuid, 'fan' || i, ${name}, 'fan' || i || '@bench.millet', now(), CASE WHEN i % 100 = 0 THEN 3 ELSE i % 3 END, ${moment},
        CASE WHEN i % 4 > 0 THEN ${moment} + interval '1 day' END ${series}`,
      [rows],
    ],
    [
      'Their words',
      `INSERT INTO "MemberWords" ("memberId", "createdAt", "words")
      SELECT md5('member' || i)::uuid, ${moment}, ARRAY['fan' || i, lower(${first}), lower(${last})] ${series}`,
      [rows],
    ],
    [
      'Orders',
      `INSERT INTO "Order" ("id", "number", "memberId", "claimId", "dropId", "state", "market", "marketVersion", "terms", "currency", "subtotalMinor", "shippingMinor", "taxMinor", "totalMinor",
        "shipName", "shipLine1", "shipCity", "shipPostcode", "shipCountry", "shipPhone", "createdAt", "paidAt")
      SELECT md5('order' || i)::uuid, 'M' || i, md5('member' || i)::uuid, md5('claim' || i)::uuid, ($2::uuid[])[${dropAt}], ${state}, $3::int, $4::int, $5::jsonb,
        CASE WHEN i % 10 = 0 THEN 'EUR' ELSE 'USD' END, 10000 + i % 9973, 900, 0, 10900 + i % 9973, ${name}, i || ' Mill Lane', 'Town' || i % 3000,
        lpad((i % 90000)::text, 5, '0'), 'US', '+1 555 ' || lpad(i::text, 7, '0'), ${moment}, ${moment} ${series}`,
      [rows, ids, soldHere.market, soldHere.marketVersion, JSON.stringify(soldHere.terms)],
    ],
    [
      'Their words',
      `INSERT INTO "OrderWords" ("orderId", "createdAt", "words")
      SELECT md5('order' || i)::uuid, ${moment}, ARRAY['m' || i, lower(${first}), lower(${last}), i::text, 'mill', 'lane', 'town' || i % 3000, lpad((i % 90000)::text, 5, '0'),
        '1', '555', lpad(i::text, 7, '0'), '1555' || lpad(i::text, 7, '0'), '1zb' || i] ${series}`,
      [rows],
    ],
    [
      'Order lines',
      `INSERT INTO "OrderLine" ("id", "orderId", "variantId", "title", "quantity", "priceMinor", "netMinor", "taxMinor")
      SELECT md5('line' || i)::uuid, md5('order' || i)::uuid, ($2::uuid[])[${dropAt}], 'Open earphones', 1, 10000, 10000, 0 ${series}`,
      [rows, variants],
    ],
    [
      'Parcels',
      `INSERT INTO "Shipment" ("id", "orderId", "carrier", "tracking", "shippedAt")
      SELECT md5('parcel' || i)::uuid, md5('order' || i)::uuid, 'Post', '1ZB' || i, ${moment} ${series} WHERE i > $1::int * 0.03`,
      [rows],
    ],
    [
      'Threads',
      `INSERT INTO "Thread" ("id", "number", "boardId", "authorId", "kind", "title", "slug", "createdAt", "lastPostAt")
      SELECT md5('thread' || i)::uuid, i, md5('board')::uuid, md5('member' || i)::uuid, 'DISCUSSION', 'Thread ' || i, 'thread-' || i, now(), now() FROM generate_series(1, $1::int / 1000) i`,
      [rows],
    ],
    [
      'Posts',
      `INSERT INTO "Post" ("id", "threadId", "number", "authorId", "markdown", "html", "excerpt", "createdAt")
      SELECT md5('post' || i)::uuid, md5('thread' || 1 + i / 1000)::uuid, 1 + i % 1000, md5('member' || i)::uuid, 'Words', '<p>Words</p>', 'Words', ${moment} ${series}`,
      [rows],
    ],
    [
      'Audit log',
      `INSERT INTO "AuditEntry" ("id", "actorId", "act", "subjectType", "subjectId", "at")
      SELECT md5('act' || i)::uuid, $2::uuid, CASE WHEN i % 10 = 0 THEN 'order.read' ELSE 'order.ship' END, 'order', md5('order' || i), ${moment} ${series}`,
      [rows, adminId],
    ],
    [
      'Suspensions',
      `INSERT INTO "Suspension" ("id", "memberId", "reason", "at", "liftedAt")
      SELECT md5('ban' || i)::uuid, md5('member' || i)::uuid, 'spam', now() - i * interval '1 minute', CASE WHEN i > 500 THEN now() END FROM generate_series(1, 5000) i`,
      [],
    ],
    [
      'Alerts',
      `INSERT INTO "OrderAlert" ("id", "orderId", "paymentId", "kind", "at")
      SELECT md5('alert' || i)::uuid, md5('order' || i * 7)::uuid, md5('payment' || i)::uuid, 'DISPUTE', now() FROM generate_series(1, 300) i`,
      [],
    ],
    [
      'Grants',
      `INSERT INTO "Grant" ("id", "memberId", "roleKey", "at")
      SELECT md5('grant' || i)::uuid, md5('member' || i)::uuid, 'SUPPORT', now() FROM generate_series(1, 60) i`,
      [],
    ],
  ];
}
