import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import { freeSlug } from '@/lib/core/slug';
import { takeTurns } from '@/lib/core/take-turns';

import { mostCollections } from '../choices/collection-rules';
import { collectionsTag } from '../choices/collections-tag';
import type { DeleteCollection, SaveCollection } from '../collection-schema';
import { canEditProducts } from '../policy';
import { placeByRules } from './place-by-rules';

/** Where a collection was brought from, and what it is called there: once brought it keeps its address. */
export type Brought = { source: string; sourceId: string; slug: string };

/**
 * Makes a collection or changes one, with its products: those that were chosen, in their order, or all that meet its rules. Its address stays as it was
 * made. Refuses who saw an older version (`collection-changed`) and one more than there may be (`collection-most`).
 */
export async function saveCollection(
  ctx: Ctx,
  input: SaveCollection,
  brought?: Brought,
): Promise<{ id: string; slug: string }> {
  allow(canEditProducts(ctx.actor));
  const { title, titleZh, lead, leadZh, kind, match, sort, rules } = input;
  const said = { title, titleZh, lead, leadZh, kind, match, sort, changedAt: ctx.now };
  const saved = input.collectionId ? await change(ctx, input, said, brought) : await make(ctx, input, said, brought);
  await ctx.db.collectionRule.deleteMany({ where: { collectionId: saved.id } });
  await ctx.db.collectionRule.createMany({
    data: rules.map((rule, position) => ({ ...rule, collectionId: saved.id, position })),
  });
  if (kind === 'HAND') await placeByHand(ctx, saved.id, input.productIds);
  else {
    await ctx.db.collectionProduct.updateMany({ where: { collectionId: saved.id }, data: { place: null } });
    await placeByRules(ctx, { collectionId: saved.id });
  }
  await audit(ctx, { act: 'collection.save', subject: ['collection', saved.id], detail: { title } });
  ctx.touch(collectionsTag, 'products');
  return saved;
}

type Said = Pick<SaveCollection, 'title' | 'titleZh' | 'lead' | 'leadZh' | 'kind' | 'match' | 'sort'> & {
  changedAt: Date;
};

async function make(ctx: Ctx, { listed }: SaveCollection, said: Said, brought?: Brought) {
  await takeTurns(ctx.db, 'collections');
  if ((await ctx.db.collection.count()) >= mostCollections)
    throw new Refused('collection-most', 'there are too many', { values: { most: mostCollections } });
  const taken = (slugs: string[]) =>
    ctx.db.collection.findMany({ where: { slug: { in: slugs } }, select: { slug: true } });
  const slug = await freeSlug(ctx, { kind: 'collection', title: brought?.slug ?? said.title, taken });
  const origin = brought && { source: brought.source, sourceId: brought.sourceId, broughtVersion: 1 };
  const data = { id: uuid7(ctx.now), slug, ...said, ...origin, createdAt: ctx.now, shownAt: listed ? ctx.now : null };
  return ctx.db.collection.create({ data, select: { id: true, slug: true } });
}

async function change(ctx: Ctx, { collectionId: id, shown, listed }: SaveCollection, said: Said, brought?: Brought) {
  const before = found(await ctx.db.collection.findUnique({ where: { id }, select: { shownAt: true } }), 'collection');
  const shownAt = listed ? (before.shownAt ?? ctx.now) : null;
  // Of two who change it at the same moment the second finds another version.
  const [saved] = await ctx.db.collection.updateManyAndReturn({
    where: { id, version: shown },
    data: { ...said, shownAt, version: { increment: 1 }, ...(brought && { broughtVersion: shown + 1 }) },
    select: { id: true, slug: true },
  });
  if (!saved) throw new Refused('collection-changed', 'somebody else changed it');
  return saved;
}

/** Puts products into a collection in their order, and no others; those that are gone meanwhile are left out. */
async function placeByHand({ db }: Ctx, collectionId: string, productIds: readonly string[]): Promise<void> {
  await db.collectionProduct.deleteMany({ where: { collectionId, productId: { notIn: [...productIds] } } });
  await db.$executeRaw`
    INSERT INTO "CollectionProduct" ("collectionId", "productId", "place")
    SELECT ${collectionId}::uuid, p."id", chosen.place::int
    FROM unnest(${[...productIds]}::uuid[]) WITH ORDINALITY AS chosen(id, place) JOIN "Product" p ON p."id" = chosen.id
    ON CONFLICT ("collectionId", "productId") DO UPDATE SET "place" = EXCLUDED."place"`;
}

/** Deletes a collection; its products stay. Refuses who saw an older version (`collection-changed`). */
export async function deleteCollection(ctx: Ctx, { collectionId: id, shown }: DeleteCollection): Promise<void> {
  allow(canEditProducts(ctx.actor));
  const { title } = found(await ctx.db.collection.findUnique({ where: { id }, select: { title: true } }), 'collection');
  const { count } = await ctx.db.collection.deleteMany({ where: { id, version: shown } });
  if (count === 0) throw new Refused('collection-changed', 'somebody else changed it');
  await audit(ctx, { act: 'collection.delete', subject: ['collection', id], detail: { title } });
  ctx.touch(collectionsTag, 'products');
}
