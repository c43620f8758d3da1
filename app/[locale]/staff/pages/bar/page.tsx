import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { BarForm } from '@/components/pages/staff/bar-form';
import { BarHistory } from '@/components/pages/staff/bar-history';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { readNumber } from '@/lib/core/address';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { barStateAt } from '@/lib/pages/choices/bar';
import { listBarVersions, readBar } from '@/lib/pages/queries/bar';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('pages.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'pagesStaff')('bar.title'));
});

/** What the bar above every page says, and what it said before. */
export default pageOrMissing(async function StaffBarPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const now = reading(await enter());
  const { before } = await pageQuery(searchParams);
  const older = readNumber(before ?? '') ?? undefined;
  const [bar, history] = await Promise.all([readBar(now), listBarVersions(now, { before: older })]);
  const t = translator(locale, 'pagesStaff');
  const list = { label: t('title'), href: inLocale(locale, paths.staff('pages')) };
  const state = barStateAt(bar, now.now);
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader
        title={t('bar.title')}
        lead={t('bar.lead')}
        breadcrumbs={<Breadcrumbs label={t('title')} items={[list, { label: t('bar.title') }]} />}
        meta={<Badge tone={state === 'shown' ? 'positive' : 'neutral'}>{t(`bar.states.${state}`)}</Badge>}
        className="mb-0! pb-0!"
      />
      <BarForm bar={bar} locale={locale} />
      <BarHistory {...history} paged={older !== undefined} locale={locale} />
    </div>
  );
});
