'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { askReturnAction } from '@/app/actions/returns';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit, FormText } from '@/components/forms/form-fields';
import { useFormField } from '@/components/forms/form-context';
import { ChoiceGroup, Radio } from '@/components/ui/choice';
import type { AskedOrder } from '@/lib/orders/asked-order';
import type { ReturnWish } from '@/lib/returns/schema';

type Line = { lineId: string; title: string; left: number };
type Props = {
  asked: AskedOrder;
  locale: string;
  lines: Line[];
  /** Each reason for which something may come back, with until when as it is written. */
  wishes: { wish: ReturnWish; until: string }[];
};

const notes = {
  WITHDRAWAL: { label: 'form.note', hint: 'form.noteHint' },
  FAULTY: { label: 'form.fault', hint: 'form.faultHint' },
  MISSING: { label: 'form.missing', hint: 'form.missingHint' },
} as const;

/** What the buyer of an order sends back, and why. */
export function AskReturnForm({ asked, locale, lines, wishes }: Props) {
  const t = useTranslations('returns');
  const [wish, setWish] = useState<ReturnWish>(wishes[0]!.wish);
  return (
    <ActionForm action={askReturnAction} hidden={{ ...asked, locale }}>
      <Wishes wishes={wishes} chosen={wish} onChoose={setWish} />
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-semibold">{t('form.what')}</legend>
        {lines.map(({ lineId, title, left }) => (
          <FormText
            key={lineId}
            name={`units.${lineId}`}
            label={title}
            hint={t('form.left', { count: left })}
            initial={lines.length === 1 && left === 1 ? '1' : '0'}
            inputMode="numeric"
            autoComplete="off"
            maxLength={7}
          />
        ))}
      </fieldset>
      <FormArea name="note" label={t(notes[wish].label)} hint={t(notes[wish].hint)} rows={4} maxLength={1000} />
      <FormSubmit className="justify-self-start">{t(`form.do.${wish}`)}</FormSubmit>
    </ActionForm>
  );
}

type WishesProps = { wishes: Props['wishes']; chosen: ReturnWish; onChoose: (wish: ReturnWish) => void };

function Wishes({ wishes, chosen, onChoose }: WishesProps) {
  const t = useTranslations('returns');
  const { id, error } = useFormField('wish');
  return (
    <ChoiceGroup legend={t('form.why')} error={error}>
      {wishes.map(({ wish, until }) => (
        <Radio
          key={wish}
          id={`${id}-${wish}`}
          name="wish"
          value={wish}
          checked={chosen === wish}
          onChange={() => onChoose(wish)}
          label={t(`wishes.${wish}`)}
          hint={t('form.until', { until })}
        />
      ))}
    </ChoiceGroup>
  );
}
