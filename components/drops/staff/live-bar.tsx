'use client';

import { Pause, Play } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { Countdown } from '@/components/ui/countdown';
import { explainPause, pauseWave, resumeWave } from '@/app/actions/drops';

import { PhaseBadge } from '../drop-phase';
import { useLiveDrop } from './live-drop';

type Wave = { id: string; number: number };
type Props = { dropId: string; waves: Wave[]; pauseReason: string };

const running = ['opening', 'open', 'sold-out', 'paused'];

/** The brake of a running wave, always in sight: one press pauses it, one resumes it; why can be said afterwards. */
export function LiveBar({ dropId, waves, pauseReason }: Props) {
  const t = useTranslations('drops');
  const live = useLiveDrop();
  const wave = waves.find(({ number }) => number === live?.state.wave);
  if (!live || !wave || !running.includes(live.state.phase)) return null;
  const { phase, closesAt, variants } = live.state;
  const hidden = { dropId, waveId: wave.id };
  const open = variants.flatMap(({ channels }) => channels).filter(({ channel }) => channel === 'PUBLIC');
  return (
    <section
      data-bottom-bar
      aria-label={t('staff.control.bar')}
      className="sticky bottom-[max(0.75rem,env(safe-area-inset-bottom))] z-30 rounded-xl border border-line-strong bg-raised shadow-raised"
    >
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2.5 px-4 py-2.5">
        <span className="max-sm:hidden">
          <PhaseBadge phase={phase} />
        </span>
        <p className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 text-[0.9375rem]">
          <span className="font-semibold">{t('draw.wave', { number: wave.number })}</span>
          <span className="text-muted max-sm:hidden">
            {t('unitsLeft', { count: open.reduce((sum, each) => sum + each.remaining, 0) })}
          </span>
          <span className="text-muted">
            {t('staff.control.closesIn')} <Countdown compact to={closesAt} offset={live.offset ?? 0} />
          </span>
        </p>
        {phase === 'paused' ? (
          <ActionForm action={resumeWave} hidden={hidden}>
            <FormSubmit icon={<Play aria-hidden className="size-4" />}>{t('staff.control.resume')}</FormSubmit>
          </ActionForm>
        ) : (
          <ActionForm action={pauseWave} hidden={hidden}>
            <FormSubmit variant="danger" icon={<Pause aria-hidden className="size-4" />}>
              {t('staff.control.pause')}
            </FormSubmit>
          </ActionForm>
        )}
        {phase === 'paused' && <Explain key={pauseReason} hidden={hidden} reason={pauseReason} />}
      </div>
    </section>
  );
}

function Explain({ hidden, reason }: { hidden: Record<string, string>; reason: string }) {
  const t = useTranslations('drops.staff.control');
  return (
    <ActionForm action={explainPause} hidden={hidden} className="w-full basis-full gap-2">
      <div className="flex flex-wrap items-end gap-3">
        <FormText
          name="reason"
          label={t('reasonAfter')}
          initial={reason}
          maxLength={300}
          className="min-w-0 flex-1 basis-56"
        />
        <FormSubmit variant="secondary">{t(reason ? 'reasonChange' : 'reasonSave')}</FormSubmit>
      </div>
    </ActionForm>
  );
}
