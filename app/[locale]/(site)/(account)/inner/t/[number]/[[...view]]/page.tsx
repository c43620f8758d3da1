import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { IdeaPanel } from '@/components/feedback/idea-panel';
import { MakeIdeaItem } from '@/components/feedback/make-idea-item';
import { ownAddress, readThreadView } from '@/components/forum/forum-paths';
import { ThreadView } from '@/components/forum/thread-view';
import { readNumber } from '@/lib/core/address';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getIdeaPanel } from '@/lib/feedback/queries';
import { getThreadPage } from '@/lib/forum/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { permanentRedirect, redirect } from '@/lib/web/redirect';
import { askForFactor, requireMember } from '@/lib/web/session';
import { ideaWithShown } from '@/lib/feedback/without-areas';
import { shownAreas } from '@/lib/web/areas';
import { isPublicBoard } from '@/lib/forum/published';

type Props = { params: Promise<{ locale: string; number: string; view?: string[] }> };

const load = cache(async (locale: Locale, segment: string, segments: string) => {
  const number = readNumber(segment);
  const view = readThreadView(segments ? segments.split('/') : []);
  if (!number || !view) notFound();
  const actor = await requireMember(locale, paths.innerThread({ number, slug: segments.split('/')[0] || '-' }));
  const page = await getThreadPage(reading(actor), { number, from: view.from });
  if (!page) await askForFactor(actor);
  return page ? { page, view, from: view.from } : notFound();
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, number, view } = (await decodedParams(params)) ?? notFound();
  const found = await load(locale as Locale, number, view?.join('/') ?? '');
  return memberMetadata(found.page.title);
});

export default pageOrMissing(async function InnerThreadPage({ params }: Props) {
  const { locale: segment, number, view } = (await pageParams(params)) ?? notFound();
  const locale = segment as Locale;
  const found = await load(locale, number, view?.join('/') ?? '');
  if (isPublicBoard(found.page.board)) redirect(inLocale(locale, paths.thread(found.page)));
  const { page, view: asked, from } = found;
  const own = ownAddress(locale, page, asked, true);
  if (own) permanentRedirect(own);
  const idea = page.kind === 'IDEA' ? await ideaOf(page.number) : null;
  return (
    <ThreadView
      page={page}
      locale={locale}
      from={from}
      inner
      underTitle={idea && <IdeaPanel idea={idea} title={page.title} locale={locale} />}
      extraStaffActions={(post) => !post.hidden && <MakeIdeaItem postId={post.id} locale={locale} />}
    />
  );
});

const ideaOf = async (threadNumber: number) =>
  ideaWithShown(await getIdeaPanel(reading(), { threadNumber }), await shownAreas());
