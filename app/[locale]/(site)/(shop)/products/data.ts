import { fewestToNarrow, narrowShelf } from '@/lib/catalog/choices/narrow-shelf';
import { mostOnShelf, readShelfView, wholeShelf, type ShelfView } from '@/lib/catalog/choices/shelf-view';
import { getProduct, listProducts, listProductsOf } from '@/lib/catalog/queries';
import {
  getShownCollection,
  listCollectionsOf,
  listShownCollections,
  picturesOfCollections,
} from '@/lib/catalog/queries/collections';
import { collectionsTag } from '@/lib/catalog/choices/collections-tag';
import { readShelfIndex } from '@/lib/catalog/queries/shelf-index';
import { reading } from '@/lib/core/context';
import { productVoice } from '@/lib/feedback/queries';
import { withShown } from '@/lib/feedback/without-areas';
import { getProductStage } from '@/lib/flows/catalog/get-product-stage';
import { shownAreas } from '@/lib/web/areas';
import { localText, type Locale } from '@/lib/core/locale';
import { homeCurrency } from '@/lib/web/brand';
import { live } from '@/lib/web/live';

/** The shelf, from the product after the given one. */
export async function shelf(after?: string) {
  'use cache';
  live('products');
  return listProducts(reading(), { after });
}

/** What the shelf can be narrowed by, of every kind of product or of one. */
export async function shelfIndex(kind?: string) {
  'use cache';
  live('products');
  return readShelfIndex(reading(), { kind, currency: await homeCurrency() });
}

/** One view of the shelf with what there is to choose by; null where there is no such kind or page of it. What leaves nothing at the moment is there. */
export async function shelfView(view: ShelfView, locale: Locale) {
  const all = await shelfIndex();
  if (all.length === 0) return null;
  return narrowed(all, view.kind === undefined ? all : await rowsOfKind(all, view.kind), view, locale);
}

/** The collections that everybody is shown, each with a picture. */
export async function shownCollections() {
  'use cache';
  live('products', collectionsTag);
  const collections = await listShownCollections(reading());
  const pictures = await picturesOfCollections(reading(), { ids: collections.map(({ id }) => id) });
  return collections.map((each) => ({ ...each, picture: pictures.get(each.id) ?? null }));
}

/** The products of a collection, with what they are narrowed by. */
export async function collectionIndex(collectionId: string) {
  'use cache';
  live('products', collectionsTag);
  return readShelfIndex(reading(), { collectionId, currency: await homeCurrency() });
}

/** A collection, or a view of it by the parts of its address; null where there is none. One that holds nothing at the moment is there. */
export async function collectionView(slug: string, segments: readonly string[] | undefined, locale: Locale) {
  const view = segments ? readShelfView(segments, slug) : wholeShelf(slug);
  const collection = view && (await shownCollection(slug));
  if (!collection) return null;
  const all = await collectionIndex(collection.id);
  const ofKind = view.kind === undefined ? all : all.filter(({ kind }) => kind === view.kind);
  const own = collection.sort.toLowerCase() as Lowercase<typeof collection.sort>;
  const shown = await narrowed(all, ofKind, view.sort === 'placed' ? { ...view, sort: own } : view, locale);
  if (!shown && segments) return null;
  return { ...collection, view, shown };
}

async function shownCollection(slug: string) {
  'use cache';
  live(collectionsTag);
  return getShownCollection(reading(), { slug });
}

type Rows = Awaited<ReturnType<typeof readShelfIndex>>;

async function narrowed(all: Rows, ofKind: Rows, view: ShelfView, locale: Locale) {
  const currency = await homeCurrency();
  const inLocale = ({ title, titleZh }: Rows[number]) => localText(locale, title, titleZh);
  const shown = narrowShelf({ all, ofKind }, view, { currency, inLocale });
  if (shown.ids.length === 0 && (view.page > 1 || ofKind.length === 0)) return null;
  return { ...shown, items: await shelfItems(shown.ids), narrow: all.length >= fewestToNarrow, currency };
}

// Where all products are known, so are their kinds.
async function rowsOfKind(all: Awaited<ReturnType<typeof shelfIndex>>, kind: string) {
  return all.length < mostOnShelf ? all.filter((row) => row.kind === kind) : shelfIndex(kind);
}

async function shelfItems(ids: string[]) {
  'use cache';
  live('products');
  return listProductsOf(reading(), { ids });
}

/** The collections that a product stands in. */
export async function productCollections(productId: string) {
  'use cache';
  live('products', collectionsTag);
  return listCollectionsOf(reading(), { productId });
}

/** All that the public page of one product tells, or null. */
export async function productPage(handle: string) {
  'use cache';
  live('products', `product:${handle}`, 'drops', 'ideas', 'releases', 'threads');
  const product = await getProduct(reading(), { handle });
  if (!product) return null;
  const areas = await shownAreas();
  const [voice, stage] = await Promise.all([
    areas.ideas ? productVoice(reading(), { productId: product.id, handle }) : null,
    getProductStage(reading(), { productId: product.id }),
  ]);
  return {
    product,
    voice: voice && {
      ...voice,
      got: withShown(voice.got, areas),
      credited: areas.releases ? voice.credited : [],
      releases: areas.releases ? voice.releases : [],
    },
    stage: { drops: areas.drops ? stage.drops : [], boards: areas.community ? stage.boards : [] },
    sells: areas.drops,
  };
}
