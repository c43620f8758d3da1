import type { Metadata } from 'next';

import { TypeCodeForm } from '@/components/ownership/device/receive-forms';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Params = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return memberMetadata(translator(await localeOf(params), 'ownership')('receive.title'));
}

/** Where somebody types the code by which a device was passed on to them. */
export default async function ReceivePage({ params }: Params) {
  const locale = await localeOf(params);
  await requireMember(locale, paths.owned('receive'));
  const t = translator(locale, 'ownership');
  return (
    <div className="page max-w-3xl pb-16">
      <PageHeader title={t('receive.title')} lead={t('receive.lead')} />
      <Card>
        <TypeCodeForm locale={locale} />
      </Card>
    </div>
  );
}
