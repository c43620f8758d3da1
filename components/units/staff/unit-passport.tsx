import { ButtonLink } from '@/components/ui/button';
import { QrCode } from '@/components/ui/qr-code';
import { Card, SectionHead } from '@/components/ui/card';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { UnitToRead } from '@/lib/units/queries/get-unit';
import { translator } from '@/lib/web/i18n';

import type { Qr } from './passport-label';

/** The code in a device's box, what it opens, and where it is printed. */
export function UnitPassport({
  unit: { id, passport, serial },
  qr,
  locale,
}: {
  unit: UnitToRead;
  qr: Qr;
  locale: Locale;
}) {
  const t = translator(locale, 'units');
  return (
    <Card as="section" aria-labelledby="passport">
      <SectionHead id="passport" title={t('one.passport')} lead={t('one.passportLead')} />
      <div className="max-w-40 overflow-hidden rounded-lg border border-line">
        <QrCode qr={qr} label={t('labels.code', { serial })} />
      </div>
      <p className="mt-4 flex flex-wrap gap-3">
        <ButtonLink size="sm" href={inLocale(locale, paths.owned('passport', passport))}>
          {t('one.toPassport')}
        </ButtonLink>
        <ButtonLink size="sm" href={withQuery(inLocale(locale, paths.staff('units', 'labels')), { unit: id })}>
          {t('one.toLabels')}
        </ButtonLink>
      </p>
    </Card>
  );
}
