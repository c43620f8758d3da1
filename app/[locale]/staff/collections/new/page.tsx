import { EditCollectionPage } from '@/app/[locale]/staff/collections/edit-collection';
import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import type { Locale } from '@/lib/core/locale';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('catalog.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'catalog')('collecting.new'));
});

export default pageOrMissing(async function NewCollectionPage({ params }: Props) {
  const actor = await enter();
  return <EditCollectionPage actor={actor} locale={(await params).locale} />;
});
