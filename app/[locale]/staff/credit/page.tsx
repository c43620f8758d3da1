import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { CreditList } from '@/components/credit/credit-list';
import { DecideCreditForm } from '@/components/credit/staff/decide-credit-form';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { readMoment } from '@/lib/core/cursor';
import type { Locale } from '@/lib/core/locale';
import { canDecide } from '@/lib/credit/policy';
import { listCredit } from '@/lib/credit/queries';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const enter = () => requirePermission('credit.read');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale as Locale, 'credit')('staff.title'));
});

export default pageOrMissing(async function StaffCreditPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const actor = await enter();
  const after = readMoment((await pageQuery(searchParams)).after);
  const all = await listCredit(reading(actor), after);
  const t = translator(locale, 'credit');
  return (
    <div className="page pb-16">
      <PageHeader title={t('staff.title')} lead={t('staff.lead')} />
      <CreditList
        page={all}
        isFirst={!after}
        path={paths.staff('credit')}
        locale={locale}
        below={({ id, decision }) => !decision && canDecide(actor) && <DecideCreditForm creditId={id} />}
      />
    </div>
  );
});
