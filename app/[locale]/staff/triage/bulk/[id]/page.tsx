import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { BulkActPage } from '@/app/[locale]/staff/bulk-pages';
import { findBulkAct } from '@/app/[locale]/staff/read-bulk';
import { ideaBulkWords } from '@/components/feedback/idea-bulk-words';
import { StageManyReason } from '@/components/feedback/stage-many-reason';
import type { BulkForecast } from '@/lib/core/bulk';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { listIdeasByNumber } from '@/lib/feedback/queries/ideas-to-stage';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const findAct = cache(async (id: string, locale: Locale) => {
  const ask = reading(await requirePermission('feedback.triage'));
  const words = ideaBulkWords(locale);
  return { ask, words, bulk: await findBulkAct(ask, { id, words }) };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  const { bulk, words } = await findAct(id, locale);
  return memberMetadata(words.heading(bulk.act, bulk.total));
});

const mostNamed = 100;

export default pageOrMissing(async function IdeaBulkPage({ params, searchParams }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const found = await findAct(id, locale);
  const listIdeas = (numbers: string[]) => listIdeasByNumber(found.ask, { numbers });
  const namesOf = async (numbers: string[]) =>
    new Map((await listIdeas(numbers)).map(({ number, ...idea }) => [String(number), idea]));
  const draft = async (forecast: BulkForecast[]) => {
    const skipped = forecast.flatMap(({ key, code }) => (code === null ? [] : [key])).slice(0, mostNamed);
    const ideas = skipped.length > 0 ? await listIdeas(skipped) : [];
    return {
      names: new Map(ideas.map(({ number, title }) => [String(number), `“${title}”`])),
      children: <StageManyReason needed={found.bulk.act === 'ideas.decline'} />,
    };
  };
  return <BulkActPage {...found} locale={locale} searchParams={searchParams} namesOf={namesOf} draft={draft} />;
});
