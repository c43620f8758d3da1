import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { RecallList } from '@/components/recalls/recall-list';
import { DecideRecallForm } from '@/components/recalls/staff/decide-recall-form';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { readMoment } from '@/lib/core/cursor';
import type { Locale } from '@/lib/core/locale';
import { canDecide } from '@/lib/recalls/policy';
import { listRecalls } from '@/lib/recalls/queries';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const enter = () => requirePermission('recalls.read');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale as Locale, 'recalls')('staff.title'));
});

export default pageOrMissing(async function StaffRecallsPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const actor = await enter();
  const after = readMoment((await pageQuery(searchParams)).after);
  const all = await listRecalls(reading(actor), after);
  const t = translator(locale, 'recalls');
  return (
    <div className="page pb-16">
      <PageHeader title={t('staff.title')} lead={t('staff.lead')} />
      <RecallList
        page={all}
        isFirst={!after}
        path={paths.staff('recalls')}
        locale={locale}
        below={({ id, decision }) => !decision && canDecide(actor) && <DecideRecallForm recallId={id} />}
      />
    </div>
  );
});
