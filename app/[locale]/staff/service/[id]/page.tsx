import { notFound } from 'next/navigation';
import { cache } from 'react';

import { EditPointPage } from '@/app/[locale]/staff/service/edit-point';
import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { reading } from '@/lib/core/context';
import { localText } from '@/lib/core/locale';
import { getPoint } from '@/lib/service/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; id: string }> };

const findPoint = cache(
  async (id: string) => (await getPoint(reading(await requirePermission('service.edit')), { id })) ?? notFound(),
);

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  const { name, nameZh } = await findPoint(id);
  return memberMetadata(localText(locale, name, nameZh));
});

export default pageOrMissing(async function OnePointPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  return <EditPointPage point={await findPoint(id)} locale={locale} />;
});
