'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit } from '@/components/forms/form-fields';
import { InZone, MomentField } from '@/components/forms/moment-field';
import { ButtonLink } from '@/components/ui/button';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { postponeWave } from '@/app/actions/drops';

type Props = {
  dropId: string;
  wave: { id: string; opensAt: Date; closesAt: Date };
  /** How many members are told. */
  told: number;
  locale: Locale;
};

/** New times of a wave that has not opened, the reason, and the button. */
export function PostponeForm({ dropId, wave, told, locale }: Props) {
  const t = useTranslations('drops.staff');
  const router = useRouter();
  const back = inLocale(locale, paths.staff('drops', dropId));
  const moved = () => {
    toast.success(t('postpone.done'));
    router.push(back);
  };
  return (
    <ActionForm action={postponeWave} hidden={{ dropId, waveId: wave.id }} onDone={moved}>
      <InZone>
        <div className="grid gap-5 sm:grid-cols-2">
          <MomentField name="opensAt" label={t('postpone.opensAt')} initial={wave.opensAt} />
          <MomentField name="closesAt" label={t('control.closesAt')} initial={wave.closesAt} />
        </div>
      </InZone>
      <FormArea name="reason" label={t('postpone.reason')} maxLength={300} rows={3} required />
      <div className="flex flex-wrap gap-2.5">
        <FormSubmit variant="danger" className="max-w-full shrink!">
          {t('postpone.go', { count: told })}
        </FormSubmit>
        <ButtonLink href={back}>{t('postpone.keep')}</ButtonLink>
      </div>
    </ActionForm>
  );
}
