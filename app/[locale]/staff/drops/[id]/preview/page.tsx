import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { DropView } from '@/components/drops/drop-view';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { guest } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale, paths } from '@/lib/core/paths';
import { getDrop, getDropForStaff } from '@/lib/drops/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { requireRole } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = (await params) as { locale: Locale };
  return memberMetadata(translator(locale, 'drops')('preview.title'));
}

export default async function PreviewDropPage({ params }: Props) {
  const { locale, id } = (await params) as { locale: Locale; id: string };
  const actor = await requireRole('OPERATIONS');
  const planned = await getDropForStaff(reading(actor), { id });
  const drop = planned && (await getDrop(reading(guest), { slug: planned.slug, planned: true }));
  if (!drop) notFound();
  const t = translator(locale, 'drops');
  return (
    <>
      <div className="page pt-5">
        <Notice tone="accent" title={t('preview.title')} action={<ButtonLink size="sm" href={inLocale(locale, paths.staff(`drops/${id}`))}>{t('preview.back')}</ButtonLink>}>{t('preview.body')}</Notice>
      </div>
      <DropView drop={drop} locale={locale} preview />
    </>
  );
}
