'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { Card, SectionHead } from '@/components/ui/card';
import { extendWave, pauseWave, resumeWave } from '@/lib/drops/actions';

import { useLiveDrop } from './live-drop';

type Wave = { id: string; number: number };

/** Pauses a running wave or resumes a paused one, and moves a wave's close on; each with its reason, as soon as it can be done. */
export function WaveControl({ dropId, waves }: { dropId: string; waves: Wave[] }) {
  const live = useLiveDrop();
  const wave = waves.find(({ number }) => number === live?.state.wave);
  const phase = live?.state.phase;
  if (!wave || phase === 'ended' || phase === 'cancelled') return null;
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      {phase === 'paused' ? <Resume dropId={dropId} wave={wave} /> : phase !== 'upcoming' && <Pause dropId={dropId} wave={wave} />}
      <Extend key={wave.id} dropId={dropId} wave={wave} />
    </div>
  );
}

type Part = { dropId: string; wave: Wave };

function Pause({ dropId, wave: { id, number } }: Part) {
  const t = useTranslations('drops.staff.control');
  return (
    <Card as="section" aria-labelledby="pause">
      <SectionHead id="pause" level={3} title={t('pauseTitle', { number })} lead={t('pauseLead')} />
      <ActionForm action={pauseWave} hidden={{ dropId, waveId: id }}>
        <FormText name="reason" label={t('reason')} maxLength={300} required />
        <div><FormSubmit variant="secondary">{t('pause')}</FormSubmit></div>
      </ActionForm>
    </Card>
  );
}

function Resume({ dropId, wave: { id, number } }: Part) {
  const t = useTranslations('drops.staff.control');
  return (
    <Card as="section" look="accent" aria-labelledby="resume">
      <SectionHead id="resume" level={3} title={t('resumeTitle', { number })} lead={t('resumeLead')} />
      <ActionForm action={resumeWave} hidden={{ dropId, waveId: id }}>
        <FormText name="reason" label={t('reason')} maxLength={300} required />
        <div><FormSubmit>{t('resume')}</FormSubmit></div>
      </ActionForm>
    </Card>
  );
}

function Extend({ dropId, wave: { id, number } }: Part) {
  const t = useTranslations('drops.staff');
  return (
    <Card as="section" aria-labelledby="extend">
      <SectionHead id="extend" level={3} title={t('control.extendTitle', { number })} lead={t('control.extendLead')} />
      <ActionForm action={extendWave} hidden={{ dropId, waveId: id }} success={t('control.extended')} clear>
        <InZone><MomentField name="closesAt" label={t('control.closesAt')} /></InZone>
        <FormText name="reason" label={t('control.reason')} maxLength={300} required />
        <div><FormSubmit variant="secondary">{t('control.extend')}</FormSubmit></div>
      </ActionForm>
    </Card>
  );
}
