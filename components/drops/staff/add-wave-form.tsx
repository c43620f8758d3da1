'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import type { Locale } from '@/lib/core/locale';
import { addWave } from '@/app/actions/drops';

import { WaveFields } from './wave-fields';
import type { UnitsVariant } from '../units-fields';

/** Plans a further wave of a drop. */
export function AddWaveForm({
  dropId,
  variants,
  locale,
}: {
  dropId: string;
  variants: UnitsVariant[];
  locale: Locale;
}) {
  const t = useTranslations('drops.staff');
  return (
    <Card as="section" aria-labelledby="add-wave">
      <SectionHead id="add-wave" level={3} title={t('addWaveTitle')} lead={t('addWaveLead')} />
      <ActionForm action={addWave} hidden={{ dropId }} success={t('addWaveDone')} clear>
        <WaveFields variants={variants} locale={locale} />
        <div>
          <FormSubmit variant="secondary">{t('addWave')}</FormSubmit>
        </div>
      </ActionForm>
    </Card>
  );
}
