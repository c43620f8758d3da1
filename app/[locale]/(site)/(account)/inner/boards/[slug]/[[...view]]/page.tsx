import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { BoardView } from '@/components/forum/board-view';
import { kindViews, readBoardView } from '@/components/forum/forum-paths';
import { reading } from '@/lib/core/context';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { findMovedTo, getBoardPage } from '@/lib/forum/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { askForFactor, requireMember } from '@/lib/web/session';
import { isPublicBoard } from '@/lib/forum/published';

type Props = { params: Promise<{ locale: string; slug: string; view?: string[] }> };

const load = cache(async (locale: Locale, slug: string, segments: string) => {
  const view = readBoardView(segments ? segments.split('/') : []);
  const actor = await requireMember(locale, paths.innerBoard(slug));
  const page =
    view && (await getBoardPage(reading(actor), { slug, kind: view.kind && kindViews[view.kind], after: view.after }));
  if (!page) await askForFactor(actor);
  const moved = page ? null : await findMovedTo(reading(actor), { slug });
  if (moved) redirect(inLocale(locale as Locale, paths.innerBoard(moved)));
  return page && view ? { page, view } : notFound();
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, slug, view } = (await decodedParams(params)) ?? notFound();
  const found = await load(locale as Locale, slug, view?.join('/') ?? '');
  return memberMetadata(localText(locale as Locale, found.page.board.name, found.page.board.nameZh));
});

export default pageOrMissing(async function InnerBoardPage({ params }: Props) {
  const { locale: segment, slug, view: segments } = (await pageParams(params)) ?? notFound();
  const locale = segment as Locale;
  const found = await load(locale, slug, segments?.join('/') ?? '');
  if (isPublicBoard(found.page.board)) redirect(inLocale(locale, paths.board(slug)));
  return <BoardView page={found.page} locale={locale} kind={found.view.kind} after={found.view.after} inner />;
});
