'use client';

import { Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';
import { giveUnitBack } from '@/app/actions/drops';

/** Lets the holder of a unit give it back before its time, with one question in between. */
export function GiveBack({ claimId, offered = false }: { claimId: string; offered?: boolean }) {
  const t = useTranslations('drops.giveBack');
  return (
    <details>
      <summary className="touch flex w-fit cursor-pointer items-center gap-2 text-[0.9375rem] text-muted hover:text-ink">
        <Undo2 aria-hidden className="size-4" />
        {t('ask')}
      </summary>
      <ActionForm
        action={giveUnitBack}
        hidden={{ claimId }}
        onDone={() => toast.success(t('done'))}
        className="gap-3 pt-2"
      >
        <p className="text-[0.9375rem] text-muted">{t(offered ? 'bodyOffered' : 'body')}</p>
        <div>
          <FormSubmit variant="danger">{t('yes')}</FormSubmit>
        </div>
      </ActionForm>
    </details>
  );
}
