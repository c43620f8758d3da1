import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { RepairFigures } from '@/components/repairs/staff/repair-figures';
import { PointFilter } from '@/components/repairs/staff/point-filter';
import { RepairList } from '@/components/repairs/staff/repair-list';
import { PageHeader } from '@/components/ui/page-header';
import { TabLinks } from '@/components/ui/tab-links';
import { reading } from '@/lib/core/context';
import { readMoment } from '@/lib/core/cursor';
import { isUuid } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getFigures, listRepairs, repairViews, type RepairView } from '@/lib/repairs/queries/staff';
import { listPointNames } from '@/lib/service/queries';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const enter = () => requirePermission('repairs.read');
const views = Object.keys(repairViews) as RepairView[];

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale as Locale, 'repairs')('staff.title'));
});

export default pageOrMissing(async function StaffRepairsPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const read = reading(await enter());
  const query = await pageQuery(searchParams);
  const view = views.find((each) => each === query.view) ?? 'new';
  const pointId = query.point && isUuid(query.point) ? query.point : undefined;
  const after = readMoment(query.after);
  const [page, figures, points] = await Promise.all([
    listRepairs(read, { view, pointId, after }),
    getFigures(read),
    listPointNames(read),
  ]);
  const t = translator(locale, 'repairs');
  const tabs = views.map((each) => ({
    href: withQuery(inLocale(locale, paths.staff('repairs')), { view: each, point: pointId }),
    label: t(`staff.views.${each}`),
    current: each === view,
  }));
  return (
    <div className="page pb-16">
      <PageHeader title={t('staff.title')} lead={t('staff.lead')} />
      {figures && <RepairFigures figures={figures} locale={locale} />}
      <TabLinks items={tabs} label={t('staff.title')} />
      {points.length > 0 && <PointFilter {...{ points, pointId, view, locale }} />}
      <div className="mt-6">
        <RepairList page={page} view={view} pointId={pointId} isFirst={!after} locale={locale} />
      </div>
    </div>
  );
});
