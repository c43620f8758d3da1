'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { Button } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { SelectField } from '@/components/ui/select-field';
import { gridMost, optionFault, regrid } from '@/lib/catalog/choices/option-grid';

import { optionsOf, rowLike, valuesIn, type GridRow } from './grid-rows';
import { OptionFields, type TypedOption } from './option-fields';
import { VariantRow } from './variant-row';

type Props = {
  saved: GridRow[];
  optionNames: string[];
  retired: string[];
  currency: string;
  currencies: { value: string; label: string }[];
};

/** Options and the variants that they make; they travel in one field. */
export function VariantGrid({ saved, optionNames, retired, currency: first, currencies }: Props) {
  const t = useTranslations('catalog.edit');
  const [currency, setCurrency] = useState(first);
  const grid = useGrid(saved, optionNames);
  const { error } = useFormField('grid');
  const { error: tooMany } = useFormField('grid.variants');
  const kept = grid.rows.filter(({ removed }) => !removed);
  const sent = kept.map(({ removed: _, ...row }) => row);
  const value = JSON.stringify({ currency, optionNames: grid.names, variants: sent });
  const problem = grid.fault ? t(`faults.${grid.fault}`, { most: gridMost.variants }) : (error ?? tooMany);
  return (
    <Card as="section" aria-labelledby="variants">
      <SectionHead id="variants" title={t('variants')} lead={t('variantsLead')} />
      <input type="hidden" name="grid" value={value} />
      <noscript>
        <p className="mb-4 text-muted">{t('gridNeedsScripts')}</p>
      </noscript>
      <OptionFields options={grid.options} onChange={grid.setOptions} />
      {problem && (
        <p role="alert" className="mt-4 text-danger">
          {problem}
        </p>
      )}
      <SelectField
        label={t('currency')}
        options={currencies}
        value={currency}
        onChange={(event) => setCurrency(event.target.value)}
        className="mt-5 sm:max-w-72"
      />
      {kept.length > 1 && (
        <Button size="sm" variant="quiet" className="js-only mt-5" disabled={!kept[0]?.price} onClick={grid.spread}>
          {t('spread')}
        </Button>
      )}
      <ul className="mt-5 grid divide-y divide-line border-t border-line">
        {grid.rows.map((row, at) => (
          <VariantRow
            key={JSON.stringify(row.options)}
            row={row}
            at={kept.indexOf(row)}
            only={kept.length === 1}
            currency={currency}
            onChange={(change) => grid.setRow(at, change)}
          />
        ))}
      </ul>
      {retired.length > 0 && (
        <p className="mt-4 text-[0.9375rem] text-muted">{t('retired', { names: retired.join(', ') })}</p>
      )}
    </Card>
  );
}

// Rows that were there once come back whole when their combination does.
function useGrid(saved: GridRow[], optionNames: string[]) {
  const [options, setTyped] = useState<TypedOption[]>(() => optionsOf(optionNames, saved));
  const [rows, setRows] = useState(() => (saved.length > 0 ? saved : [rowLike([])]));
  const [pool, setPool] = useState(saved);
  const read = (typed: TypedOption[]) =>
    typed
      .map(({ name, text }) => ({ name: name.trim(), values: valuesIn(text) }))
      .filter(({ values }) => values.length);
  const setOptions = (typed: TypedOption[]) => {
    setTyped(typed);
    const next = read(typed);
    if (optionFault(next)) return;
    const before = [...rows, ...pool.filter((old) => !rows.some(({ id }) => id !== null && id === old.id))];
    setPool(before);
    setRows(regrid(before, next, rowLike).rows);
  };
  const setRow = (at: number, change: Partial<GridRow>) =>
    setRows((all) => all.map((row, place) => (place === at ? { ...row, ...change } : row)));
  // What is typed for one variant mostly holds for all of them.
  const spread = () =>
    setRows((all) => {
      const { price, grams } = all.find(({ removed }) => !removed) ?? all[0]!;
      return all.map((row) => ({ ...row, price, grams }));
    });
  const named = read(options);
  return {
    spread,
    options,
    rows,
    setOptions,
    setRow,
    names: named.filter(({ name }) => name).map(({ name }) => name),
    fault: optionFault(named),
  };
}
