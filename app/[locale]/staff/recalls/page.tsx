import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { RecallList } from '@/components/recalls/staff/recall-list';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { TabLinks } from '@/components/ui/tab-links';
import { reading } from '@/lib/core/context';
import { readMoment } from '@/lib/core/cursor';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { canRunRecalls } from '@/lib/recalls/policy';
import { listRecalls, recallViews, type RecallView } from '@/lib/recalls/queries/staff';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const enter = () => requirePermission('recalls.read');
const views = Object.keys(recallViews) as RecallView[];

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale as Locale, 'recalls')('staff.title'));
});

export default pageOrMissing(async function StaffRecallsPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const actor = await enter();
  const query = await pageQuery(searchParams);
  const view = views.find((each) => each === query.view) ?? 'open';
  const after = readMoment(query.after);
  const page = await listRecalls(reading(actor), { view, after });
  const t = translator(locale, 'recalls');
  const tabs = views.map((each) => ({
    href: withQuery(inLocale(locale, paths.staff('recalls')), { view: each }),
    label: t(`staff.views.${each}`),
    current: each === view,
  }));
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('staff.title')}
        lead={t('staff.lead')}
        actions={
          canRunRecalls(actor) && (
            <ButtonLink variant="primary" href={inLocale(locale, paths.staff('recalls', 'new'))}>
              {t('staff.new')}
            </ButtonLink>
          )
        }
      />
      <TabLinks items={tabs} label={t('staff.title')} />
      <div className="mt-6">
        <RecallList page={page} view={view} isFirst={!after} locale={locale} />
      </div>
    </div>
  );
});
