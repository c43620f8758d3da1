import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { findBulkAct, readForecast, readRefused } from '@/app/[locale]/staff/read-bulk';
import { ideaBulkWords } from '@/components/feedback/idea-bulk-words';
import { StageManyReason } from '@/components/feedback/stage-many-reason';
import { BulkDraft } from '@/components/staff/list/bulk/bulk-draft';
import { BulkHead } from '@/components/staff/list/bulk/bulk-head';
import { BulkProgress } from '@/components/staff/list/bulk/bulk-progress';
import { BulkReport } from '@/components/staff/list/bulk/bulk-report';
import type { BulkWords } from '@/components/staff/list/bulk/bulk-words';
import { reading, type Reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { listIdeasByNumber } from '@/lib/feedback/queries/ideas-to-stage';
import type { BulkShown } from '@/lib/lists/queries/bulks';
import { paths } from '@/lib/paths';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
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

export default pageOrMissing(async function IdeaBulkPage({ params, searchParams }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { ask, words, bulk } = await findAct(id, locale);
  const here = inLocale(locale, paths.staff('triage', 'bulk', id));
  const { rows, next } = bulk.startedAt ? await readRefused(id, (await pageQuery(searchParams)).after) : { rows: [] };
  const numbers = rows.map(({ key }) => key);
  const ideas = numbers.length > 0 ? await listIdeasByNumber(ask, { numbers }) : [];
  return (
    <div className="page pb-16">
      <BulkHead bulk={bulk} words={words} locale={locale} />
      {bulk.startedAt ? (
        <div className="grid gap-8">
          <BulkProgress act={bulk} locale={locale} here={here} mayStop />
          <BulkReport
            act={bulk}
            rows={rows}
            next={next}
            names={new Map(ideas.map(({ number, ...idea }) => [String(number), idea]))}
            here={here}
            words={words}
            locale={locale}
          />
        </div>
      ) : (
        <Draft ask={ask} bulk={bulk} words={words} locale={locale} />
      )}
    </div>
  );
});

const mostNamed = 100;

async function Draft({
  ask,
  bulk,
  words,
  locale,
}: {
  ask: Reading;
  bulk: BulkShown;
  words: BulkWords;
  locale: Locale;
}) {
  const forecast = await readForecast(ask, bulk);
  const skipped = forecast.flatMap(({ key, code }) => (code === null ? [] : [key])).slice(0, mostNamed);
  const ideas = skipped.length > 0 ? await listIdeasByNumber(ask, { numbers: skipped }) : [];
  const names = new Map(ideas.map(({ number, title }) => [String(number), `“${title}”`]));
  return (
    <BulkDraft id={bulk.id} act={bulk.act} forecast={forecast} words={words} names={names} locale={locale}>
      <StageManyReason needed={bulk.act === 'ideas.decline'} />
    </BulkDraft>
  );
}
