import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { DropView } from '@/components/drops/drop-view';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { guest } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getDrop, getDropForStaff } from '@/lib/drops/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; id: string }> };

const findDrop = cache(async (id: string) => {
  const planned = await getDropForStaff(reading(await requirePermission('drops.run')), { id });
  return (planned && (await getDrop(reading(guest), { slug: planned.slug, planned: true }))) ?? notFound();
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await findDrop(id);
  return memberMetadata(translator(locale, 'drops')('preview.title'));
});

export default pageOrMissing(async function PreviewDropPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const drop = await findDrop(id);
  const t = translator(locale, 'drops');
  return (
    <>
      <div className="page pt-5">
        <Notice
          tone="accent"
          title={t('preview.title')}
          action={
            <ButtonLink size="sm" href={inLocale(locale, paths.staff('drops', id))}>
              {t('preview.back')}
            </ButtonLink>
          }
        >
          {t('preview.body')}
        </Notice>
      </div>
      <DropView drop={drop} locale={locale} preview />
    </>
  );
});
