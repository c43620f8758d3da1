import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { CollectionTable } from '@/components/catalog/staff/collection-table';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { listCollectionsForStaff } from '@/lib/catalog/queries/collections';
import { reading } from '@/lib/core/context';
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
  return memberMetadata(translator((await params).locale, 'catalog')('collecting.title'));
});

/** All collections for those who keep the shop. */
export default pageOrMissing(async function StaffCollectionsPage({ params }: Props) {
  const { locale } = await params;
  const collections = await listCollectionsForStaff(reading(await enter()));
  const t = translator(locale, 'catalog');
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('collecting.title')}
        lead={t('collecting.lead')}
        actions={
          <ButtonLink variant="primary" href={inLocale(locale, paths.staff('collections', 'new'))}>
            {t('collecting.new')}
          </ButtonLink>
        }
      />
      <CollectionTable collections={collections} locale={locale} />
    </div>
  );
});
