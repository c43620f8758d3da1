'use client';

import { useTranslations } from 'use-intl';

import { Button } from '@/components/ui/button';
import type { TypedTax } from '@/lib/markets/schema';
import { isCountry, regionsOf } from '@/lib/orders/schema';

import { TypedSelect, TypedText } from './typed-field';
import type { Choice } from './zone-card';

type Props = { tax: TypedTax; at: number; countries: Choice[]; onChange: (change: Partial<TypedTax> | null) => void };

/** One tax rate: of which country or region, how much, and from when until when. */
export function TaxRow({ tax, at, countries, onChange }: Props) {
  const t = useTranslations('markets.taxes');
  const path = `taxes.${at}`;
  const code = String(tax.country ?? '');
  const regions = (isCountry(code) ? regionsOf(code) : null) ?? [];
  const field = (name: Exclude<keyof TypedTax, 'included'>) => ({
    ...{ path: `${path}.${name}`, label: t(name), value: String(tax[name] ?? '') },
    onType: (value: string) => onChange({ [name]: value }),
  });
  return (
    <li className="grid items-start gap-3 py-4 sm:grid-cols-2 lg:grid-cols-4">
      <TypedSelect
        {...field('country')}
        options={countries}
        blank={t('choose')}
        onType={(country) => onChange({ country, region: '' })}
      />
      <TypedSelect
        {...field('region')}
        disabled={regions.length === 0}
        blank={t('wholeCountry')}
        options={regions.map(([value, label]) => ({ value, label }))}
      />
      <TypedText {...field('name')} placeholder={t('namePlaceholder')} maxLength={40} />
      <TypedText {...field('percent')} inputMode="decimal" maxLength={8} after={<span className="pe-2">%</span>} />
      <TypedSelect
        path={`${path}.included`}
        label={t('inPrice')}
        value={String(tax.included)}
        options={[
          { value: '', label: t('included.default') },
          { value: 'false', label: t('included.false') },
          { value: 'true', label: t('included.true') },
        ]}
        onType={(value) => onChange({ included: value as TypedTax['included'] })}
      />
      <TypedText {...field('from')} type="date" />
      <TypedText {...field('until')} type="date" />
      <div className="flex justify-end self-end">
        <Button size="sm" variant="quiet" onClick={() => onChange(null)}>
          {t('remove')}
        </Button>
      </div>
    </li>
  );
}
