import { randomUUID } from 'node:crypto';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { IssueForm } from '@/components/credit/staff/issue-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { homeCurrency } from '@/lib/web/brand';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('credit.issue');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'credit')('staff.new'));
});

export default pageOrMissing(async function NewCreditPage({ params }: Props) {
  const { locale } = await params;
  await enter();
  const t = translator(locale, 'credit');
  const here = inLocale(locale, paths.staff('credit'));
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            items={[{ label: t('staff.title'), href: here }, { label: t('staff.new') }]}
            label={t('staff.title')}
          />
        }
        title={t('staff.new')}
        lead={t('staff.newLead')}
      />
      <IssueForm currency={await homeCurrency()} at={here} once={randomUUID()} />
    </div>
  );
});
