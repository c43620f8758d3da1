'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit } from '@/components/forms/form-fields';
import { ButtonLink } from '@/components/ui/button';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { cancelDrop } from '@/app/actions/drops';

/** The last step of calling a drop off: the reason, and the button. */
export function CallOffForm({ dropId, locale, action }: { dropId: string; locale: Locale; action: string }) {
  const t = useTranslations('drops.staff');
  const router = useRouter();
  const back = inLocale(locale, paths.staff('drops', dropId));
  return (
    <ActionForm action={cancelDrop} hidden={{ dropId }} onDone={() => router.push(back)}>
      <FormArea name="reason" label={t('cancelReason')} maxLength={600} rows={3} required />
      <div className="flex flex-wrap gap-2.5">
        <FormSubmit variant="danger" className="max-w-full shrink!">
          {action}
        </FormSubmit>
        <ButtonLink href={back}>{t('callOff.keep')}</ButtonLink>
      </div>
    </ActionForm>
  );
}
