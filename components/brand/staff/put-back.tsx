'use client';

import { useTranslations } from 'use-intl';

import { putBackBrandAction } from '@/app/actions/brand';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';

/** Puts an older version back, once its consequence was read. */
export function PutBack({ version, shown, locale }: { version: number; shown: number; locale: Locale }) {
  const t = useTranslations('brand.history');
  return (
    <details className="sm:max-w-80">
      <summary className="touch flex w-fit cursor-pointer items-center text-[0.9375rem] font-medium text-accent-ink sm:ms-auto">
        {t('putBackOpen')}
      </summary>
      <p className="mt-1 mb-3 text-[0.9375rem] text-muted">{t('putBackLead', { version, shown })}</p>
      <ActionForm
        action={putBackBrandAction}
        hidden={{ version: `${version}`, shown: `${shown}`, locale }}
        onDone={() => toast.success(t('putBackDone', { version }))}
      >
        <FormSubmit variant="secondary" className="justify-self-start">
          {t('putBack', { version })}
        </FormSubmit>
      </ActionForm>
    </details>
  );
}
