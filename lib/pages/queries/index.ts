import type { Reading } from '@/lib/core/context';

import { readBlocks, type Block } from '../choices/blocks';
import { kindOfSlug, lawKinds, slugOf, type LawKind, type PageKind, type PagePlace } from '../choices/kinds';

/** A page as everybody reads it: its blocks hold HTML that was sanitised. */
export type ShownPage = {
  id: string;
  kind: PageKind;
  slug: string;
  title: string;
  titleZh: string;
  description: string;
  descriptionZh: string;
  blocks: Block[];
  publishedAt: Date | null;
  updatedAt: Date;
};

const shownFields = {
  ...{ id: true, kind: true, slug: true, title: true, titleZh: true, description: true, descriptionZh: true },
  ...{ rendered: true, publishedAt: true, updatedAt: true },
} as const;

type Row = Omit<ShownPage, 'slug' | 'blocks'> & { slug: string | null; rendered: unknown };

const shown = ({ rendered, ...row }: Row): ShownPage => ({ ...row, slug: slugOf(row), blocks: readBlocks(rendered) });

/** The published page of an address; where a page had it before, the address that it has now; else null. */
export async function getPage(
  { db }: Pick<Reading, 'db'>,
  { slug }: { slug: string },
): Promise<ShownPage | { movedTo: string } | null> {
  const kind = kindOfSlug(slug);
  const where = kind ? { kind } : { slug };
  const page = await db.page.findFirst({ where: { ...where, state: 'PUBLISHED' }, select: shownFields });
  if (page) return shown(page);
  const former = await db.pageAddress.findFirst({
    where: { slug, page: { state: 'PUBLISHED' } },
    select: { page: { select: { slug: true } } },
  });
  return former?.page.slug ? { movedTo: former.page.slug } : null;
}

/** A page as it would be read, in any state; for staff. */
export async function previewPage({ db }: Pick<Reading, 'db'>, { id }: { id: string }): Promise<ShownPage | null> {
  const page = await db.page.findUnique({ where: { id }, select: shownFields });
  return page && shown(page);
}

/** A page that header or footer link to. */
export type LinkedPage = { slug: string; title: string; titleZh: string };

/** A page that the menu holds. */
export type HeaderPage = LinkedPage & { id: string };

/** What header and footer link to: pages of one's own in their order, and those that the law asks for. */
export type LinkedPages = { header: HeaderPage[]; footer: LinkedPage[]; law: (LinkedPage & { kind: LawKind })[] };

const mostLinked = 60;

/** The published pages that header and footer link to. One statement. */
export async function listLinkedPages({ db }: Pick<Reading, 'db'>): Promise<LinkedPages> {
  const rows = await db.page.findMany({
    where: { state: 'PUBLISHED', OR: [{ place: { not: 'NOWHERE' } }, { kind: { not: 'OWN' } }] },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: mostLinked,
    select: { id: true, kind: true, slug: true, title: true, titleZh: true, place: true },
  });
  const own = (place: PagePlace) => rows.filter((row) => row.kind === 'OWN' && row.place === place);
  const law = rows.flatMap((row) => (row.kind === 'OWN' ? [] : [{ ...link(row), kind: row.kind }]));
  const header = own('HEADER').map((row) => ({ ...link(row), id: row.id }));
  return { header, footer: own('FOOTER').map(link), law: inOrder(law) };
}

const inOrder = <T extends { kind: LawKind }>(law: T[]): T[] =>
  lawKinds.flatMap((kind) => law.filter((each) => each.kind === kind));

const link = (row: { kind: PageKind; slug: string | null; title: string; titleZh: string }): LinkedPage => ({
  slug: slugOf(row),
  title: row.title,
  titleZh: row.titleZh,
});

const mostAddresses = 1_000;

/** The addresses of all published pages, for search engines. */
export async function listPageAddresses({ db }: Pick<Reading, 'db'>) {
  const rows = await db.page.findMany({
    where: { state: 'PUBLISHED' },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: mostAddresses,
    select: { kind: true, slug: true, updatedAt: true },
  });
  return rows.map((row) => ({ slug: slugOf(row), updatedAt: row.updatedAt }));
}

/** The kinds of law pages that are published. */
export async function listPublishedLaw({ db }: Pick<Reading, 'db'>): Promise<LawKind[]> {
  const rows = await db.page.findMany({
    where: { state: 'PUBLISHED', kind: { not: 'OWN' } },
    take: 10,
    select: { kind: true },
  });
  return rows.flatMap(({ kind }) => (kind === 'OWN' ? [] : [kind]));
}

// A statement about accessibility is asked of many shops, not of all.
const asked = ['TERMS', 'PRIVACY', 'RETURNS', 'IMPRINT'] as const;

/** Whether one of the law pages that every shop needs is not published. */
export async function lacksLaw(read: Pick<Reading, 'db'>): Promise<boolean> {
  const published = await listPublishedLaw(read);
  return asked.some((kind) => !published.includes(kind));
}
