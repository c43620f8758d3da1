'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { Button, IconButton } from '@/components/ui/button';
import { Plus } from '@/components/ui/icons';
import { TextField } from '@/components/ui/text-field';
import { gridMost } from '@/lib/catalog/choices/option-grid';

export type TypedOption = { name: string; text: string };
type Props = { options: TypedOption[]; onChange: (options: TypedOption[]) => void };

/** What buyers choose by, such as color and size, each with its values. */
export function OptionFields({ options, onChange }: Props) {
  const t = useTranslations('catalog.edit');
  const set = (at: number, change: Partial<TypedOption>) =>
    onChange(options.map((option, place) => (place === at ? { ...option, ...change } : option)));
  return (
    <div className="grid gap-4">
      {options.map((option, at) => (
        <div key={at} className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_auto]">
          <TextField
            label={t('optionName', { number: at + 1 })}
            placeholder={t('optionExample')}
            value={option.name}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => set(at, { name: event.target.value })}
          />
          <TextField
            label={t('optionValues')}
            hint={t('optionValuesHint')}
            value={option.text}
            maxLength={2_000}
            autoComplete="off"
            onChange={(event) => set(at, { text: event.target.value })}
          />
          <IconButton
            label={t('removeOption', { name: option.name || String(at + 1) })}
            className="sm:mt-7"
            onClick={() => onChange(options.filter((_, place) => place !== at))}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      ))}
      {options.length < gridMost.options && (
        <Button
          size="sm"
          className="js-only justify-self-start"
          icon={<Plus aria-hidden />}
          onClick={() => onChange([...options, { name: '', text: '' }])}
        >
          {t(options.length === 0 ? 'firstOption' : 'anotherOption')}
        </Button>
      )}
    </div>
  );
}
