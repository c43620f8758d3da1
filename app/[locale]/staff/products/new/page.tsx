import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { freshDraft } from '@/components/catalog/staff/draft-of';
import { ProductForm } from '@/components/catalog/staff/product-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { currencyOptions } from '@/lib/core/currency-names';
import { currentBrand } from '@/lib/core/current-brand';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('catalog.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'catalog')('edit.new'));
});

export default pageOrMissing(async function NewProductPage({ params }: Props) {
  const { locale } = await params;
  await enter();
  const { currency } = await currentBrand();
  const t = translator(locale, 'catalog');
  const list = { label: t('edit.list'), href: inLocale(locale, paths.staff('products')) };
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('edit.new')}
        breadcrumbs={<Breadcrumbs label={t('breadcrumb')} items={[list, { label: t('edit.new') }]} />}
      />
      <ProductForm draft={freshDraft(currency)} currencies={currencyOptions(locale)} locale={locale} />
    </div>
  );
});
