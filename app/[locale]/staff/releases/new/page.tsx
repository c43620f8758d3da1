import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ReleaseForm } from '@/components/feedback/release-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Chip } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { listProductChoices } from '@/lib/catalog/queries';
import { listShippable } from '@/lib/feedback/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const enter = () => requirePermission('feedback.release');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'feedback')('releasesStaff.new'));
});

export default pageOrMissing(async function NewReleasePage({ params, searchParams }: Props) {
  const { locale } = await params;
  const staff = reading(await enter());
  const wanted = (await pageQuery(searchParams)).product;
  const products = await listProductChoices(staff);
  const product = products.find(({ handle }) => handle === wanted);
  const t = translator(locale, 'feedback');
  const list = inLocale(locale, paths.staff('releases'));
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('releasesStaff.new')}
        lead={t('releasesStaff.newLead')}
        breadcrumbs={
          <Breadcrumbs
            label={t('breadcrumb')}
            items={[{ href: list, label: t('releasesStaff.title') }, { label: t('releasesStaff.new') }]}
          />
        }
      />
      <nav aria-label={t('releasesStaff.product')} className="mb-6 flex flex-wrap items-center gap-2">
        <span className="me-1 text-[0.9375rem] font-semibold">{t('releasesStaff.product')}</span>
        {products.map(({ handle, title, titleZh }) => (
          <Chip
            key={handle}
            href={withQuery(inLocale(locale, paths.staff('releases', 'new')), { product: handle })}
            current={handle === product?.handle}
          >
            {localText(locale, title, titleZh)}
          </Chip>
        ))}
      </nav>
      {product && (
        <Card key={product.id}>
          <ReleaseForm
            locale={locale}
            draft={{
              productId: product.id,
              kind: 'FIRMWARE',
              version: '',
              title: '',
              titleZh: '',
              markdown: '',
              markdownZh: '',
              published: false,
              ideas: await listShippable(staff, { productId: product.id }),
            }}
          />
        </Card>
      )}
    </div>
  );
});
