import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { DiscountForm } from '@/components/discounts/staff/discount-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { listProductChoices } from '@/lib/catalog/queries';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { homeCurrency } from '@/lib/web/brand';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('discounts.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'discounts')('new'));
});

export default pageOrMissing(async function NewDiscountPage({ params }: Props) {
  const { locale } = await params;
  const read = reading(await enter());
  const t = translator(locale, 'discounts');
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            items={[{ label: t('title'), href: inLocale(locale, paths.staff('discounts')) }, { label: t('new') }]}
            label={t('title')}
          />
        }
        title={t('new')}
        lead={t('newLead')}
      />
      <DiscountForm currency={await homeCurrency()} products={await listProductChoices(read)} locale={locale} />
    </div>
  );
});
