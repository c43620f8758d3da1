import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { TriageList } from '@/components/feedback/triage-list';
import { TriageTabs, triageViews, type TriageViewName, type TriageView } from '@/components/feedback/triage-tabs';
import { VoiceList } from '@/components/ownership/voice-list';
import { ButtonLink } from '@/components/ui/button';
import { Quote } from '@/components/ui/icons';
import { PageHeader } from '@/components/ui/page-header';
import { reading, type Reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { canMakeIdeas } from '@/lib/feedback/policy';
import { listProductChoices } from '@/lib/catalog/queries';
import { countWaitingIdeas, listTriage } from '@/lib/feedback/queries';
import { canTriageVoices } from '@/lib/ownership/policy';
import { countWaitingVoices, listVoices } from '@/lib/ownership/queries/voices';
import { triageOrders, type TriageOrder } from '@/lib/feedback/schema';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const enter = cache(async (product?: string) => {
  const staff = reading(await requirePermission('feedback.triage'));
  const products = await listProductChoices(staff);
  const chosen = products.find(({ handle }) => handle === product);
  if (product !== undefined && !chosen) notFound();
  return { staff, products, productId: chosen?.id };
});

export const generateMetadata = headOrMissing(async ({ params, searchParams }: Props) => {
  await enter(readView(await pageQuery(searchParams)).view.product);
  return memberMetadata(translator((await params).locale, 'feedback')('triage.title'));
});

export default pageOrMissing(async function TriagePage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { view, after } = readView(await pageQuery(searchParams));
  const { staff, products, productId } = await enter(view.product);
  if (view.name === 'voices' && !canTriageVoices(staff.actor)) notFound();
  const t = translator(locale, 'feedback');
  const waiting = {
    ...(await countWaitingIdeas(staff, { productId })),
    ...(canTriageVoices(staff.actor) && { voices: await countWaitingVoices(staff, { productId }) }),
  };
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('triage.title')}
        lead={t('triage.lead')}
        actions={
          canMakeIdeas(staff.actor) && (
            <ButtonLink href={inLocale(locale, paths.staff('triage', 'make'))} icon={<Quote aria-hidden />}>
              {t('make.open')}
            </ButtonLink>
          )
        }
      />
      <TriageTabs view={view} waiting={waiting} products={products} locale={locale} />
      <Queue view={view} reading={staff} productId={productId} after={after} locale={locale} />
    </div>
  );
});

type QueueProps = { view: TriageView; reading: Reading; productId?: string; after?: string; locale: Locale };

async function Queue({ view, reading: staff, productId, after, locale }: QueueProps) {
  if (view.name === 'voices')
    return <VoiceList {...await listVoices(staff, { productId, after })} product={view.product} locale={locale} />;
  const order = view.sort as TriageOrder;
  const input =
    view.name === 'moving'
      ? { stages: ['ACCEPTED' as const, 'PLANNED' as const, 'STARTED' as const] }
      : { stages: ['NEW' as const], kind: view.name === 'reports' ? ('REPORT' as const) : ('IDEA' as const) };
  return (
    <TriageList
      {...await listTriage(staff, { ...input, productId, order, after })}
      after={after}
      view={view}
      locale={locale}
    />
  );
}

function readView(query: Record<string, string | undefined>): { view: TriageView; after?: string } {
  const name = triageViews.find((each) => each === query.show) ?? ('ideas' as TriageViewName);
  const sort = triageOrders.find((each) => each === query.sort) ?? 'votes';
  return { view: { name, sort, product: query.product }, after: query.after };
}
