'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { Card, SectionHead } from '@/components/ui/card';
import { extendWave } from '@/app/actions/drops';

import { useLiveDrop } from './live-drop';

type Wave = { id: string; number: number };

/** Moves the close of the wave that counts on, with the reason. */
export function WaveControl({ dropId, waves }: { dropId: string; waves: Wave[] }) {
  const t = useTranslations('drops.staff');
  const live = useLiveDrop();
  const wave = waves.find(({ number }) => number === live?.state.wave);
  const phase = live?.state.phase;
  if (!wave || phase === 'ended' || phase === 'cancelled') return null;
  return (
    <Card key={wave.id} as="section" aria-labelledby="extend">
      <SectionHead
        id="extend"
        level={3}
        title={t('control.extendTitle', { number: wave.number })}
        lead={t('control.extendLead')}
      />
      <ActionForm action={extendWave} hidden={{ dropId, waveId: wave.id }} success={t('control.extended')} clear>
        <InZone>
          <MomentField name="closesAt" label={t('control.closesAt')} />
        </InZone>
        <FormText name="reason" label={t('control.reason')} maxLength={300} required />
        <div>
          <FormSubmit variant="secondary">{t('control.extend')}</FormSubmit>
        </div>
      </ActionForm>
    </Card>
  );
}
