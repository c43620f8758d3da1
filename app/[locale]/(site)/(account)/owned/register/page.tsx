import type { Metadata } from 'next';

import { RegisterForm } from '@/components/ownership/device/register-forms';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { listKnownProducts } from '@/lib/catalog/queries/known-products';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Params = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return memberMetadata(translator(await localeOf(params), 'ownership')('register.title'));
}

/** Where a member registers a device that came as a gift or from elsewhere. */
export default async function RegisterPage({ params }: Params) {
  const locale = await localeOf(params);
  const products = await listKnownProducts(reading(await requireMember(locale, paths.owned('register'))));
  const t = translator(locale, 'ownership');
  return (
    <div className="page grid max-w-3xl gap-6 pb-16">
      <PageHeader className="mb-0! pb-0!" title={t('register.title')} lead={t('register.lead')} />
      <Card>
        <RegisterForm
          products={products.map(({ id, title, titleZh }) => ({ value: id, label: localText(locale, title, titleZh) }))}
          locale={locale}
        />
      </Card>
      <Card as="section" aria-labelledby="otherwise">
        <SectionHead id="otherwise" title={t('register.otherwise')} lead={t('register.otherwiseLead')} />
        <p className="flex flex-wrap gap-3">
          <ButtonLink href={inLocale(locale, paths.owned('claim'))}>{t('register.toProof')}</ButtonLink>
          <ButtonLink href={inLocale(locale, paths.owned('receive'))}>{t('register.toCode')}</ButtonLink>
        </p>
      </Card>
    </div>
  );
}
