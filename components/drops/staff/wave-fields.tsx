'use client';

import { useTranslations } from 'use-intl';

import { InZone, MomentField } from '@/components/forms/moment-field';
import type { Locale } from '@/lib/core/locale';
import type { PlanWave } from '@/lib/drops/queries/plan-waves';

import { SureField } from '../sure-field';
import { UnitsFields, type UnitsVariant } from '../units-fields';

type Props = {
  variants: UnitsVariant[];
  locale: Locale;
  /** The wave as it stands. */
  wave?: Omit<PlanWave, 'number'>;
};

/** When a further wave opens and closes, and what it offers. */
export function WaveFields({ variants, locale, wave }: Props) {
  const t = useTranslations('drops.staff');
  return (
    <>
      <InZone>
        <div className="grid gap-5 sm:grid-cols-2">
          <MomentField name="opensAt" label={t('opensAt')} initial={wave?.opensAt} />
          <MomentField name="closesAt" label={t('closesAt')} initial={wave?.closesAt} />
        </div>
      </InZone>
      <UnitsFields variants={variants} locale={locale} units={wave?.units} />
      <SureField />
    </>
  );
}
