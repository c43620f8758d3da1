import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ReturnList } from '@/components/returns/staff/return-list';
import { PageHeader } from '@/components/ui/page-header';
import { TabLinks } from '@/components/ui/tab-links';
import { reading } from '@/lib/core/context';
import { readMoment } from '@/lib/core/cursor';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { listReturns, returnViews, type ReturnView } from '@/lib/returns/queries';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const enter = () => requirePermission('returns.read');
const views = Object.keys(returnViews) as ReturnView[];

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale as Locale, 'returns')('staff.title'));
});

export default pageOrMissing(async function StaffReturnsPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const actor = await enter();
  const query = await pageQuery(searchParams);
  const view = views.find((each) => each === query.view) ?? 'open';
  const after = readMoment(query.after);
  const page = await listReturns(reading(actor), { view, after });
  const t = translator(locale, 'returns');
  const tabs = views.map((each) => ({
    href: withQuery(inLocale(locale, paths.staff('returns')), { view: each }),
    label: t(`staff.views.${each}`),
    current: each === view,
  }));
  return (
    <div className="page pb-16">
      <PageHeader title={t('staff.title')} lead={t('staff.lead')} />
      <TabLinks items={tabs} label={t('staff.title')} />
      <div className="mt-6">
        <ReturnList page={page} view={view} isFirst={!after} locale={locale} />
      </div>
    </div>
  );
});
