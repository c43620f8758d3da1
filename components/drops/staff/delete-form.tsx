'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { ButtonLink } from '@/components/ui/button';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { deleteDrop } from '@/app/actions/drops';

/** The last step of deleting a plan. */
export function DeleteDropForm({ dropId, version, locale }: { dropId: string; version: number; locale: Locale }) {
  const t = useTranslations('drops.staff.remove');
  const router = useRouter();
  const gone = () => {
    toast.success(t('done'));
    router.push(inLocale(locale, paths.staff('drops')));
  };
  return (
    <ActionForm action={deleteDrop} hidden={{ dropId, shown: String(version) }} onDone={gone}>
      <div className="flex flex-wrap gap-2.5">
        <FormSubmit variant="danger">{t('go')}</FormSubmit>
        <ButtonLink href={inLocale(locale, paths.staff('drops', dropId))}>{t('keep')}</ButtonLink>
      </div>
    </ActionForm>
  );
}
