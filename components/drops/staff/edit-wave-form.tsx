'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { editWave } from '@/app/actions/drops';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { ButtonLink } from '@/components/ui/button';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { PlanWave } from '@/lib/drops/queries/plan-waves';
import { paths } from '@/lib/paths';

import type { UnitsVariant } from '../units-fields';
import { WaveFields } from './wave-fields';

type Props = {
  dropId: string;
  /** The version of the plan that is shown. */
  version: number;
  wave: PlanWave;
  variants: UnitsVariant[];
  locale: Locale;
};

/** A further wave of a plan as it stands, to be changed; who saves an older version is told who changed what, and keeps what they typed. */
export function EditWaveForm({ dropId, version, wave: { number, ...wave }, variants, locale }: Props) {
  const t = useTranslations('drops.staff');
  const router = useRouter();
  const back = inLocale(locale, paths.staff('drops', dropId));
  const saved = () => {
    toast.success(t('editWave.saved', { number }));
    router.push(back);
  };
  return (
    <ActionForm
      action={editWave}
      hidden={{ dropId, number: String(number), shown: String(version), locale }}
      onDone={saved}
    >
      <WaveFields variants={variants} locale={locale} wave={wave} />
      <div className="flex flex-wrap gap-2.5">
        <FormSubmit>{t('editWave.save', { number })}</FormSubmit>
        <ButtonLink href={back}>{t('edit.leave')}</ButtonLink>
      </div>
    </ActionForm>
  );
}
