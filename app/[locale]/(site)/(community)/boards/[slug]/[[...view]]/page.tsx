import type { Metadata } from 'next';

import { BoardView } from '@/components/forum/board-view';
import { kindViews, readBoardView } from '@/components/forum/forum-paths';
import { Missing } from '@/components/shell/missing';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { permanentRedirect } from '@/lib/web/redirect';
import { shownAreas } from '@/lib/web/areas';
import { publicBrand } from '@/lib/web/brand';

import { publicBoardMovedTo, publicBoardPage } from '../../data';

type Props = { params: Promise<{ locale: string; slug: string; view?: string[] }> };

export function generateStaticParams() {
  return [{ slug: '_', view: [] }];
}

async function load(asked: { locale: Locale; slug: string; view?: string[] } | null) {
  const view = asked && readBoardView(asked.view);
  if (view?.kind === 'ideas' && !(await shownAreas()).ideas) return null;
  const page = view && (await publicBoardPage(asked.slug, view.kind && kindViews[view.kind], view.after));
  return page && { locale: asked.locale, page, view };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(await decodedParams(params));
  if (!found) return missingMetadata();
  const {
    locale,
    page: { board },
    view,
  } = found;
  const t = translator(locale, 'forum');
  const name = localText(locale, board.name, board.nameZh);
  return pageMetadata({
    locale,
    path: paths.board(board.slug, ...(view.kind ? [view.kind] : []), ...(view.after ? ['after', view.after] : [])),
    title: view.kind ? `${name}: ${t(`kinds.${view.kind}`)}` : name,
    description:
      localText(locale, board.description, board.descriptionZh) ||
      t('board.description', { board: name, brand: (await publicBrand()).name[locale] }),
    feed: inLocale(locale, paths.boardFeed(board.slug)),
  });
}

export default async function BoardPage({ params }: Props) {
  const asked = await pageParams(params);
  const found = await load(asked);
  if (!found) {
    const moved = asked && (await publicBoardMovedTo(asked.slug));
    if (moved) permanentRedirect(inLocale(asked.locale, paths.board(moved)));
    return <Missing />;
  }
  const { locale, page, view } = found;
  return <BoardView page={page} locale={locale} kind={view.kind} after={view.after} />;
}
