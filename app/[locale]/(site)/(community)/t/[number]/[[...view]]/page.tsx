import type { Metadata } from 'next';

import { IdeaPanel } from '@/components/feedback/idea-panel';
import { MakeIdeaItem } from '@/components/feedback/make-idea-item';
import { ownAddress, readThreadView } from '@/components/forum/forum-paths';
import { Missing } from '@/components/shell/missing';
import { readNumber } from '@/lib/core/address';
import { threadData } from '@/lib/web/json-ld/thread';
import { ThreadView } from '@/components/forum/thread-view';
import { JsonLd } from '@/components/seo/json-ld';
import type { Locale } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { permanentRedirect } from '@/lib/web/redirect';

import { publicIdea, publicThreadPage } from '../../data';

type Props = { params: Promise<{ locale: string; number: string; view?: string[] }> };

export function generateStaticParams() {
  return [{ number: '_', view: [] }];
}

async function load(asked: { locale: Locale; number: string; view?: string[] } | null) {
  const number = asked && readNumber(asked.number);
  const view = asked && readThreadView(asked.view);
  const page = number && view ? await publicThreadPage(number, view.from) : null;
  return page && view && { locale: asked.locale, page, view, from: view.from };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(await decodedParams(params));
  if (!found) return missingMetadata();
  const { locale, page, from } = found;
  const t = translator(locale, 'forum');
  return pageMetadata({
    locale,
    path: from ? paths.threadFrom(page, from) : paths.thread(page),
    title: from ? t('thread.fromTitle', { title: page.title, number: from }) : page.title,
    description: page.excerpt,
    type: 'article',
  });
}

export default async function ThreadPage({ params }: Props) {
  const found = await load(await pageParams(params));
  if (!found) return <Missing />;
  const { locale, page, view, from } = found;
  const own = ownAddress(locale, page, view);
  if (own) permanentRedirect(own);
  const idea = page.kind === 'IDEA' ? await publicIdea(page.number) : null;
  return (
    <>
      <JsonLd data={threadData(page, locale)} />
      <ThreadView
        page={page}
        locale={locale}
        from={from}
        underTitle={idea && <IdeaPanel idea={idea} title={page.title} locale={locale} />}
        extraStaffActions={(post) => !post.hidden && <MakeIdeaItem postId={post.id} locale={locale} />}
      />
    </>
  );
}
