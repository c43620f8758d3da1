/** A shop of many products, each of two variants that lie in stock, made by a few statements. */
import { createHash } from 'node:crypto';

import pg from 'pg';

import { firstMarket } from '@/lib/core/market';
import { demoMarket } from '@/prisma/seed/market-data';
import { say } from '@/scripts/lib/say';

/** How many units of each variant lie in stock. */
export const unitsEach = 10_000;

/** What kinds of products there are. */
export const kinds = [
  'Headphones',
  'Lamp',
  'Camera',
  'Keyboard',
  'Speaker',
  'Watch',
  'Scale',
  'Router',
  'Charger',
  'Tripod',
];

// Ids as they are made at random (version 4), so that they pass as such, by a text of each row.
const idOf = (text: string) => `overlay(overlay(md5(${text}) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid`;

const series = 'FROM generate_series(1, $1::int) i';
const variants = `${series} CROSS JOIN generate_series(0, 1) v`;
const product = idOf(`'product' || i`);
const variant = idOf(`'variant' || i || '-' || v`);
const place = idOf(`'place'`);
const kind = `(ARRAY[${kinds.map((each) => `'${each}'`).join()}])[1 + i % ${kinds.length}]`;
const name = `(ARRAY['Amber', 'Birch', 'Cobalt', 'Dune', 'Ember', 'Fjord', 'Grove', 'Harbour', 'Iris', 'Juniper', 'Kelp', 'Linden'])[1 + i % 12]`;
// An hour apart, the first the newest.
const made = `'2026-06-01'::timestamptz - i * interval '1 hour'`;
const long = 'A paragraph of a description, as long as one that a brand writes of what it makes. ';

type Step = [what: string, statement: string];

const steps: Step[] = [
  [
    'Products',
    `INSERT INTO "Product" ("id", "handle", "title", "titleZh", "tagline", "html", "markdown", "vendor", "type", "tags", "status", "optionNames", "createdAt", "updatedAt")
    SELECT ${product}, 'bench-' || i, ${name} || ' ' || ${kind} || ' ' || i, '', 'Made to be measured', '<p>' || repeat('${long}', 8) || '</p>', repeat('${long}', 8),
      'Bench ' || i % 20, ${kind}, ARRAY[lower(${name}), 'model ' || i % 500], 'ACTIVE', ARRAY['Colour'], ${made}, ${made} ${series}`,
  ],
  [
    'Variants',
    `INSERT INTO "Variant" ("id", "productId", "position", "title", "options", "sku", "currency", "grams")
    SELECT ${variant}, ${product}, v, (ARRAY['Black', 'White'])[1 + v], ARRAY[(ARRAY['Black', 'White'])[1 + v]], 'BENCH-' || i || '-' || v, 'USD', 500 ${variants}`,
  ],
  [
    'Prices',
    `INSERT INTO "Price" ("id", "variantId", "currency", "amountMinor", "from")
    SELECT gen_random_uuid(), ${variant}, 'USD', 1000 + i::bigint * 7919 % 90000, '2020-01-01' ${variants}`,
  ],
  [
    'Counted variants',
    `INSERT INTO "StockedVariant" ("id", "inShop", "since", "open") SELECT ${variant}, true, now(), ${unitsEach} ${variants}`,
  ],
  [
    'Accounts of stock',
    `INSERT INTO "StockAccount" ("variantId", "kind", "locationId", "units")
    SELECT ${variant}, side.kind::"StockKind", side.place, side.units ${variants}
      CROSS JOIN (VALUES ('OPEN', ${place}, ${unitsEach}), ('SUPPLIER', NULL, -${unitsEach})) AS side(kind, place, units)`,
  ],
  [
    'Deliveries',
    `INSERT INTO "StockMove" ("id", "variantId", "fromId", "toId", "units", "cause", "at")
    SELECT gen_random_uuid(), f."variantId", f."id", t."id", ${unitsEach}, 'RECEIVED', now()
    FROM "StockAccount" f JOIN "StockAccount" t ON t."variantId" = f."variantId" AND t."kind" = 'OPEN' WHERE f."kind" = 'SUPPLIER' AND $1::int > 0`,
  ],
];
// As the search's own command makes a document, of all products in one statement.
const documents = `INSERT INTO "SearchDoc" ("kind", "id", "audience", "form", "version", "at", "exact", "names", "words")
  SELECT 'PRODUCT', p."id", 'public', 1, p."version", p."createdAt", ARRAY[lower(p."title"), lower(p."handle")], array_to_tsvector(n.names),
    array_to_tsvector(search_stemmed(n.names || search_words(concat_ws(E'\\n', p."handle", p."vendor", p."tagline", array_to_string(p."tags", E'\\n')))))
  FROM "Product" p CROSS JOIN LATERAL (SELECT search_stemmed(search_words(concat_ws(E'\\n', p."title", p."type"))) AS names) n`;

const tables = '"Product", "Variant", "Price", "StockedVariant", "StockAccount", "StockMove"';

/** The id of a made product, by its number. */
export function idOfProduct(number: number): string {
  const hex = createHash('md5').update(`product${number}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** The address of a made product, by its number. */
export const handleOf = (number: number): string => `bench-${number}`;

/** Fills a database without products with so many, and the market that they are sold in. Triggers and foreign keys are off meanwhile. */
export async function fillStore(url: string, products: number): Promise<void> {
  const began = Date.now();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica; SET statement_timeout = 0');
    const market = [firstMarket, JSON.stringify(demoMarket)];
    await client.query('INSERT INTO "Market" ("number", "createdAt") VALUES ($1, now())', [firstMarket]);
    await client.query(
      `INSERT INTO "MarketVersion" ("market", "version", "data", "at") VALUES ($1, 1, $2, now())`,
      market,
    );
    await client.query(`INSERT INTO "StockLocation" ("id", "name", "createdAt") VALUES (${place}, 'Bench', now())`);
    for (const [what, statement] of steps) {
      await client.query(statement, [products]).catch((error: unknown) => {
        throw new Error(`${what} could not be made`, { cause: error });
      });
    }
    await client.query(`VACUUM ANALYZE ${tables}`);
    const { rows } = await client.query<{ searched: boolean }>(
      `SELECT to_regclass('"SearchDoc"') IS NOT NULL AS searched`,
    );
    if (rows[0]!.searched) {
      await client.query(documents);
      await client.query('VACUUM ANALYZE "SearchDoc"');
    }
  } finally {
    await client.end();
  }
  say(`${products.toLocaleString('en')} products stand ready after ${((Date.now() - began) / 1000).toFixed(0)} s.`);
}

/** So many variants that are sold, spread over the products. */
export async function someVariants(count: number): Promise<string[]> {
  const { pool } = await import('@/lib/core/db');
  const { rows } = await pool.query<{ id: string }>(
    'SELECT "id" FROM "StockedVariant" WHERE "open" = $1 ORDER BY "id" LIMIT $2',
    [unitsEach, count],
  );
  return rows.map(({ id }) => id);
}

/** A variant of which so many units are left; the others are written off by the ledger's own movement. */
export async function scarceVariant(units: number): Promise<string> {
  const [{ pool }, { inTransaction }, { system }, { moveStock }] = await Promise.all([
    import('@/lib/core/db'),
    import('@/lib/core/context'),
    import('@/lib/core/actor'),
    import('@/lib/stock/move-stock'),
  ]);
  const { rows } = await pool.query<{ variantId: string; place: string }>(
    `SELECT "variantId", "locationId" AS place FROM "StockAccount" WHERE "kind" = 'OPEN' AND "units" = $1 ORDER BY "variantId" DESC LIMIT 1`,
    [unitsEach],
  );
  const { variantId, place } = rows[0]!;
  const [from, to] = [{ kind: 'OPEN' as const, place }, { kind: 'SCRAP' as const }];
  await inTransaction(system, (ctx) =>
    moveStock(ctx, [{ variantId, from, to, units: unitsEach - units, cause: 'SCRAPPED' }]),
  );
  return variantId;
}
