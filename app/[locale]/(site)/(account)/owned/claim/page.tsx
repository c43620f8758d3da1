import type { Metadata } from 'next';

import { ClaimForm } from '@/components/ownership/device/register-forms';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { listKnownProducts } from '@/lib/catalog/queries/known-products';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Params = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return memberMetadata(translator(await localeOf(params), 'ownership')('claim.title'));
}

/** Where a member proves that a device is theirs that cannot be registered at once. */
export default async function ClaimPage({ params }: Params) {
  const locale = await localeOf(params);
  const products = await listKnownProducts(reading(await requireMember(locale, paths.owned('claim'))));
  const t = translator(locale, 'ownership');
  return (
    <div className="page max-w-3xl pb-16">
      <PageHeader title={t('claim.title')} lead={t('claim.lead')} />
      <Card>
        <ClaimForm
          products={products.map(({ id, title, titleZh }) => ({ value: id, label: localText(locale, title, titleZh) }))}
          locale={locale}
        />
      </Card>
    </div>
  );
}
