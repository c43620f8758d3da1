'use client';

import { useTranslations } from 'use-intl';

import { setAreaAction } from '@/app/actions/brand';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { buttonLook } from '@/components/ui/button-look';
import { toast } from '@/components/ui/toaster';
import type { SiteArea } from '@/lib/core/site-areas';

type Props = {
  area: SiteArea;
  turnedOff: boolean;
  shown: number;
  /** What follows when it is turned off, sentence by sentence. */
  consequence: string[];
};

/** Turns an area off once its consequence was read, or on again at once. */
export function AreaSwitch({ area, turnedOff, shown, consequence }: Props) {
  const t = useTranslations('brand.areas');
  const name = t(`name.${area}`);
  const form = (
    <ActionForm
      action={setAreaAction}
      hidden={{ area, on: `${turnedOff}`, shown: `${shown}` }}
      onDone={() => toast.success(t(turnedOff ? 'turnedOn' : 'turnedOff', { area: name }))}
    >
      <FormSubmit variant={turnedOff ? 'secondary' : 'danger'} className="justify-self-start">
        {t(turnedOff ? 'turnOn' : 'turnOff', { area: name })}
      </FormSubmit>
    </ActionForm>
  );
  if (turnedOff) return form;
  return (
    <details>
      <summary className={buttonLook('secondary', 'sm', 'w-fit cursor-pointer list-none')}>
        {t('turnOffAsk', { area: name })}
      </summary>
      <div className="mt-3 mb-4 grid max-w-prose gap-2 text-[0.9375rem]">
        {consequence.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {form}
    </details>
  );
}
