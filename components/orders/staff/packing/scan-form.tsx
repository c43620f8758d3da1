'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';

import { scanAction } from '@/app/actions/orders.packing';
import { ActionForm } from '@/components/forms/action-form';
import { FormCode } from '@/components/forms/form-code';
import { FormSelect, FormSubmit } from '@/components/forms/form-fields';
import { ScanBarcode } from 'lucide-react';

type Props = {
  number: string;
  choice: string;
  choices: { value: string; label: string }[];
  locale: string;
  /** How many pieces lie in the parcel: each scan makes the form anew, so that the next one is scanned into an empty field. */
  packed: number;
};

/** Takes what a scanner types, which ends with Enter, or a person; the field has the focus again after each. */
export function ScanForm({ number, choice, choices, locale, packed }: Props) {
  const t = useTranslations('orders.staff.packing');
  const box = useRef<HTMLDivElement>(null);
  const field = () => box.current?.querySelector<HTMLInputElement>('input[name="code"]');
  useEffect(() => box.current?.querySelector<HTMLInputElement>('input[name="code"]')?.focus(), [packed, number]);
  useEffect(() => catchScans(() => box.current?.querySelector<HTMLInputElement>('input[name="code"]')), []);
  return (
    <div ref={box}>
      <ActionForm
        key={`${number} ${packed}`}
        action={scanAction}
        hidden={{ number, locale }}
        className="gap-4"
        onRefused={() => field()?.select()}
      >
        <FormCode name="code" label={t('scan')} hint={t('scanHint')} maxLength={80} dir="ltr" required />
        <FormSelect name="choice" label={t('choice')} hint={t('choiceHint')} options={choices} initial={choice} />
        <FormSubmit variant="secondary" icon={<ScanBarcode aria-hidden />} className="justify-self-start">
          {t('add')}
        </FormSubmit>
      </ActionForm>
    </div>
  );
}

// What is scanned while nothing has the focus begins in the field, too.
function catchScans(find: () => HTMLInputElement | null | undefined): () => void {
  const onKey = (event: KeyboardEvent) => {
    const idle = document.activeElement === null || document.activeElement === document.body;
    if (idle && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) find()?.focus();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
