'use client';

import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { batteryMarks } from '@/lib/catalog/choices/battery-marks';

import type { GridRow } from './grid-rows';

type Texts = Exclude<keyof GridRow, 'id' | 'options' | 'removed'>;
type Props = {
  row: GridRow;
  /** Its place among those that are sent; -1 when it is to be removed. */
  at: number;
  only: boolean;
  currency: string;
  onChange: (change: Partial<GridRow>) => void;
};

/** One variant: price, codes and weight at sight; what customs ask for folded away. */
export function VariantRow({ row, at, only, currency, onChange }: Props) {
  const t = useTranslations('catalog.edit');
  const name = row.options.join(' / ') || t('onlyVariant');
  const { error } = useFormField(`grid.variants.${at}.options`);
  if (row.removed)
    return (
      <li className="flex flex-wrap items-center justify-between gap-3 py-4">
        <span className="text-muted line-through">
          <bdi>{name}</bdi>
        </span>
        <Button size="sm" onClick={() => onChange({ removed: false })}>
          {t('keepVariant', { name })}
        </Button>
      </li>
    );
  return (
    <li className="py-4">
      <fieldset>
        <legend className="sr-only">
          <bdi>{name}</bdi>
        </legend>
        <div className="mb-3 flex items-center justify-between gap-3">
          <p aria-hidden className="min-w-0 font-semibold wrap-anywhere">
            <bdi>{name}</bdi>
          </p>
          {!only && (
            <Button size="sm" variant="quiet" onClick={() => onChange({ removed: true })}>
              {t('removeVariant')}
            </Button>
          )}
        </div>
        {error && <p className="mb-3 text-danger">{error}</p>}
        <MainFields row={row} at={at} currency={currency} onChange={onChange} />
        <CustomsFields row={row} at={at} onChange={onChange} />
      </fieldset>
    </li>
  );
}

type FieldsProps = Pick<Props, 'row' | 'at' | 'onChange'>;

function MainFields({ row, at, currency, onChange }: FieldsProps & { currency: string }) {
  const t = useTranslations('catalog.edit');
  const rest = { row, at, onChange };
  return (
    <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3 lg:grid-cols-4">
      <Cell {...rest} name="price" label={t('price', { currency })} inputMode="decimal" required />
      <Cell {...rest} name="sku" label={t('sku')} />
      <Cell {...rest} name="barcode" label={t('barcode')} inputMode="numeric" />
      <Cell {...rest} name="grams" label={t('grams')} inputMode="numeric" required />
    </div>
  );
}

function CustomsFields({ row, at, onChange }: FieldsProps) {
  const t = useTranslations('catalog.edit');
  const rest = { row, at, onChange };
  const code = useFormField(`grid.variants.${at}.hsCode`).error;
  const country = useFormField(`grid.variants.${at}.origin`).error;
  const wrong = Boolean(code ?? country);
  return (
    <details className="mt-3" open={wrong || undefined}>
      <summary className="touch flex w-fit cursor-pointer items-center text-[0.9375rem] font-medium text-accent-ink">
        {t('customs')}
      </summary>
      <div className="mt-2 grid items-start gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        <Cell {...rest} name="titleZh" label={t('variantZh')} lang="zh-CN" />
        <Cell {...rest} name="hsCode" label={t('hsCode')} inputMode="numeric" />
        <Cell {...rest} name="origin" label={t('origin')} hint={t('originHint')} />
        <SelectField
          label={t('battery')}
          value={row.battery}
          options={batteryMarks.map((value) => ({ value, label: t(`batteries.${value}`) }))}
          onChange={(event) => onChange({ battery: event.target.value })}
        />
      </div>
    </details>
  );
}

type CellProps = FieldsProps & {
  name: Texts;
  label: string;
  hint?: string;
  lang?: string;
  inputMode?: 'decimal' | 'numeric';
  required?: boolean;
};

function Cell({ row, at, onChange, name, ...rest }: CellProps) {
  const part = `grid.variants.${at}.${name}`;
  const { id, error } = useFormField(part);
  const change = (value: string) => onChange({ [name]: value });
  return (
    <TextField
      {...rest}
      id={id}
      data-part={part}
      error={error}
      value={row[name]}
      maxLength={255}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => change(event.target.value)}
    />
  );
}
