import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { PassportLabel } from '@/components/units/staff/passport-label';
import { PrintButton } from '@/components/units/staff/print-button';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { passportQr } from '@/lib/units/passport-qr';
import { listLabels, mostLabels } from '@/lib/units/queries/labels';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const find = cache(async (unitId: string, all: boolean) => {
  const actor = await requirePermission('units.read');
  return (await listLabels(reading(actor), { unitId, all })) ?? notFound();
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await requirePermission('units.read');
  return memberMetadata(translator((await params).locale, 'units')('labels.title'));
});

/** Codes for the boxes of one device, or of all that were registered with it, to be printed. */
export default pageOrMissing(async function StaffLabelsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { unit = '', all } = await pageQuery(searchParams);
  const { serial, labels } = await find(unit, all === '1');
  const t = translator(locale, 'units');
  const here = inLocale(locale, paths.staff('units', 'labels'));
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-6 pb-16">
      <PageHeader
        className="mb-0! pb-0!"
        title={t('labels.title')}
        lead={t('labels.lead')}
        breadcrumbs={
          <Breadcrumbs
            label={t('title')}
            items={[
              { label: t('title'), href: inLocale(locale, paths.staff('units')) },
              { label: serial, href: inLocale(locale, paths.staff('units', unit)) },
              { label: t('labels.title') },
            ]}
          />
        }
        actions={
          <>
            <ButtonLink href={withQuery(here, { unit, all: all === '1' ? null : '1' })}>
              {all === '1' ? t('labels.one') : t('labels.all')}
            </ButtonLink>
            <PrintButton>{t('labels.print')}</PrintButton>
          </>
        }
      />
      {labels.length > mostLabels && <Notice tone="warning">{t('labels.cut', { most: mostLabels })}</Notice>}
      <ul data-printed className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-4">
        {labels.slice(0, mostLabels).map((label) => {
          const { product, title, titleZh } = label.variant;
          const name = `${localText(locale, product.title, product.titleZh)} ${localText(locale, title, titleZh)}`;
          return (
            <li key={label.id}>
              <PassportLabel
                label={label}
                qr={passportQr(label.passport)}
                name={name}
                alt={t('labels.code', { serial: label.serial })}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
});
