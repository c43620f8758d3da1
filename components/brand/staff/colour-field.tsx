'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl';

import { FormText } from '@/components/forms/form-fields';

import { useSavedMeanwhile } from './meanwhile-notice';

type Props = { name: Colour; label: string; value: string; initial: string; onPick: (value: string) => void };

type Colour = 'paperLight' | 'paperDark' | 'accentLight' | 'accentDark';

const whole = /^#[0-9a-f]{6}$/i;

/** A colour, typed or picked. Without scripts it is typed. */
export function ColourField({ name, label, value, initial, onPick }: Props) {
  const t = useTranslations('brand.form');
  const meanwhile = useSavedMeanwhile(name);
  const place = useRef<HTMLDivElement>(null);
  const pick = (picked: string) => {
    const field = place.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (field) field.value = picked;
    onPick(picked);
  };
  return (
    <div ref={place}>
      <FormText
        name={name}
        label={label}
        hint={meanwhile}
        initial={initial}
        maxLength={7}
        spellCheck={false}
        autoComplete="off"
        required
        after={
          <input
            type="color"
            aria-label={t('pick', { label })}
            value={whole.test(value) ? value : initial}
            onChange={(event) => pick(event.target.value)}
            className="size-8 cursor-pointer rounded-md border border-line bg-transparent p-0.5"
          />
        }
      />
    </div>
  );
}
