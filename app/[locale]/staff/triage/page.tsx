import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { QuickAccept, QuickAcceptForm } from '@/components/feedback/quick-accept';
import { triageChoice } from '@/components/feedback/triage-choice';
import { triageColumns } from '@/components/feedback/triage-columns';
import { triageListWords, triageTabs } from '@/components/feedback/triage-list-view';
import { VoiceTabs } from '@/components/feedback/triage-tabs';
import { VoiceList } from '@/components/ownership/voice-list';
import { ListHead } from '@/components/staff/list/list-head';
import { ListRows } from '@/components/staff/list/list-rows';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ListChecks, Quote } from '@/components/ui/icons';
import { PageHeader } from '@/components/ui/page-header';
import { listProductChoices } from '@/lib/catalog/queries';
import { may } from '@/lib/core/actor';
import { reading, type Reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { ideaList, readIdeas } from '@/lib/feedback/list';
import { canMakeIdeas } from '@/lib/feedback/policy';
import { countWaiting, listTriage, readTriageHead, type TriageIdea } from '@/lib/feedback/queries';
import { getColumns } from '@/lib/lists/queries';
import { listViews } from '@/lib/lists/queries/views';
import { canTriageVoices } from '@/lib/ownership/policy';
import { listVoices } from '@/lib/ownership/queries/voices';
import { paths } from '@/lib/paths';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Query = Record<string, string | undefined>;
type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const enter = cache(async () => reading(await requirePermission('feedback.triage')));

// The owners' answers about one product, or about all; missing for who may not read them, and where there is no such product.
const enterVoices = cache(async (handle?: string) => {
  const staff = await enter();
  if (!canTriageVoices(staff.actor)) notFound();
  const products = await listProductChoices(staff);
  const chosen = products.find((product) => product.handle === handle);
  if (handle !== undefined && !chosen) notFound();
  return { products, productId: chosen?.id };
});

export const generateMetadata = headOrMissing(async ({ params, searchParams }: Props) => {
  const { show, product } = await pageQuery(searchParams);
  await (show === 'voices' ? enterVoices(product) : enter());
  return memberMetadata(translator((await params).locale, 'feedback')('triage.title'));
});

export const instant = false;

export default pageOrMissing(async function TriagePage({ params, searchParams }: Props) {
  const { locale } = await params;
  const query = await pageQuery(searchParams);
  const staff = await enter();
  const voices = query.show === 'voices' ? await enterVoices(query.product) : null;
  const t = translator(locale, 'feedback');
  const to = (part: string) => inLocale(locale, paths.staff('triage', part));
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('triage.title')}
        lead={t('triage.lead')}
        meta={!may(staff.actor, 'orders.read') && <span>{t('triage.fewBuyers')}</span>}
        actions={
          <>
            {canMakeIdeas(staff.actor) && (
              <ButtonLink href={to('make')} icon={<Quote aria-hidden />}>
                {t('make.open')}
              </ButtonLink>
            )}
            <ButtonLink href={to('bulk')} icon={<ListChecks aria-hidden />}>
              {translator(locale, 'lists')('bulk.title')}
            </ButtonLink>
          </>
        }
      />
      {voices ? (
        <Voices {...voices} staff={staff} query={query} locale={locale} />
      ) : (
        <Ideas staff={staff} query={query} locale={locale} />
      )}
    </div>
  );
});

type Part = { staff: Reading; query: Query; locale: Locale };

type About = Awaited<ReturnType<typeof enterVoices>>;

async function Voices({ staff, query: { product, after }, locale, products, productId }: Part & About) {
  const [waiting, voices] = [await countWaiting(staff), await listVoices(staff, { productId, after })];
  return (
    <>
      <VoiceTabs waiting={waiting} product={product} products={products} locale={locale} />
      <VoiceList {...voices} product={product} locale={locale} />
    </>
  );
}

async function Ideas({ staff, query, locale }: Part) {
  const { rows, head, ...found } = await read(staff, query);
  const t = translator(locale, 'feedback');
  const view = {
    ...{ locale, list: ideaList, here: inLocale(locale, paths.staff('triage')), mayExport: true },
    ...found,
    ...triageListWords(locale, head),
    tabs: triageTabs(locale, head.waiting, { shown: canTriageVoices(staff.actor) }),
  };
  return (
    <>
      <ListHead {...view} />
      <ListRows
        view={view}
        caption={t('triage.title')}
        rows={rows}
        columns={triageColumns(locale)}
        choice={triageChoice(locale)}
        quick={quick(locale, rows)}
        empty={
          <EmptyState illustration="ideas" title={t('triage.empty')}>
            {t('triage.emptyBody')}
          </EmptyState>
        }
      />
    </>
  );
}

function quick(locale: Locale, rows: TriageIdea[]) {
  const fresh = rows.filter(({ stage }) => stage === 'NEW');
  if (fresh.length === 0) return undefined;
  return {
    label: translator(locale, 'feedback')('case.decide'),
    cell: ({ id, title, stage }: TriageIdea) => stage === 'NEW' && <QuickAccept id={id} title={title} />,
    form: fresh.map(({ id, title }) => <QuickAcceptForm key={id} id={id} title={title} />),
  };
}

async function read(ask: Reading, { show: _, ...query }: Query) {
  const asked = readIdeas(query);
  const zone = await shopZone();
  const [{ rows, page, cut }, head, shown, views] = await Promise.all([
    listTriage(ask, { asked, zone }),
    readTriageHead(ask, asked.filters),
    getColumns(ask, { list: ideaList }),
    listViews(ask, { list: ideaList.name }),
  ]);
  return { asked, rows, page, cut, head, shown, views };
}
