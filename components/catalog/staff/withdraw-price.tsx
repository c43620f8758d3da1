'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { withdrawPriceAction } from '@/app/actions/catalog';
import { ActionForm } from '@/components/forms/action-form';
import { AskFirst } from '@/components/forms/ask-first';
import { FormSubmit } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';

/** Takes back a planned price, or ends a phase that holds, once its consequence was read. */
export function WithdrawPrice({ id, running }: { id: string; running: boolean }) {
  const t = useTranslations(running ? 'catalog.prices.end' : 'catalog.prices.withdraw');
  const router = useRouter();
  const done = () => {
    toast.success(t('done'));
    router.refresh();
  };
  return (
    <AskFirst open={t('open')} lead={t('lead')} size="sm" className="sm:ms-auto sm:w-fit">
      <ActionForm action={withdrawPriceAction} hidden={{ priceId: id }} onDone={done}>
        <FormSubmit variant="danger" size="sm" className="justify-self-start">
          {t('button')}
        </FormSubmit>
      </ActionForm>
    </AskFirst>
  );
}
