import { notFound } from 'next/navigation';
import { cache } from 'react';

import { EditCollectionPage } from '@/app/[locale]/staff/collections/edit-collection';
import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { getCollectionToEdit } from '@/lib/catalog/queries/collections';
import { reading } from '@/lib/core/context';
import { localText } from '@/lib/core/locale';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; id: string }> };

const enter = () => requirePermission('catalog.edit');
const find = cache(async (id: string) => (await getCollectionToEdit(reading(await enter()), { id })) ?? notFound());

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  const { title, titleZh } = await find(id);
  return memberMetadata(localText(locale, title, titleZh));
});

export default pageOrMissing(async function OneCollectionPage({ params }: Props) {
  const actor = await enter();
  const { locale, id } = (await pageParams(params)) ?? notFound();
  return <EditCollectionPage collection={await find(id)} actor={actor} locale={locale} />;
});
