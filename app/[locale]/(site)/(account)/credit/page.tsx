import type { Metadata } from 'next';

import { AddCreditForm } from '@/components/credit/add-credit-form';
import { CreditList } from '@/components/credit/credit-list';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { readMoment } from '@/lib/core/cursor';
import type { Locale } from '@/lib/core/locale';
import { listOwnCredit } from '@/lib/credit/queries';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf, pageQuery } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return memberMetadata(translator(await localeOf(params), 'credit')('title'));
}

export default async function CreditPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireMember(locale, paths.credit());
  const after = readMoment((await pageQuery(searchParams)).after);
  const own = await listOwnCredit(reading(actor), after);
  const t = translator(locale, 'credit');
  return (
    <div className="page max-w-4xl pb-16">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-10">
        <AddCreditForm />
        <CreditList page={own} isFirst={!after} path={paths.credit()} locale={locale} />
      </div>
    </div>
  );
}
