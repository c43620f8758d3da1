'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { Card, SectionHead } from '@/components/ui/card';
import type { Locale } from '@/lib/core/locale';
import { addWave } from '@/app/actions/drops';

import { SureField } from './sure-field';
import { UnitsFields, type UnitsVariant } from './units-fields';

/** Plans a further wave of a drop. */
export function AddWaveForm({
  dropId,
  variants,
  locale,
  zone,
}: {
  dropId: string;
  variants: UnitsVariant[];
  locale: Locale;
  /** The zone of the shop, in which the times begin. */
  zone?: string;
}) {
  const t = useTranslations('drops.staff');
  return (
    <Card as="section" aria-labelledby="add-wave">
      <SectionHead id="add-wave" level={3} title={t('addWaveTitle')} lead={t('addWaveLead')} />
      <ActionForm action={addWave} hidden={{ dropId }} success={t('addWaveDone')} clear>
        <InZone zone={zone}>
          <div className="grid gap-5 sm:grid-cols-2">
            <MomentField name="opensAt" label={t('opensAt')} />
            <MomentField name="closesAt" label={t('closesAt')} />
          </div>
        </InZone>
        <UnitsFields variants={variants} locale={locale} />
        <SureField />
        <div>
          <FormSubmit variant="secondary">{t('addWave')}</FormSubmit>
        </div>
      </ActionForm>
    </Card>
  );
}
