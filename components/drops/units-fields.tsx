'use client';

import { use } from 'react';
import { useTranslations } from 'use-intl';

import { FormContext } from '@/components/forms/form-context';
import { FormText } from '@/components/forms/form-fields';
import { useHome } from '@/components/shell/brand-context';
import { localText, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';

const aside = ['RESERVED', 'FCODE', 'BETA', 'STAFF'] as const;

export type UnitsVariant = { id: string; title: string; titleZh: string; priceMinor: number; currency: string };
type Props = {
  variants: UnitsVariant[];
  locale: Locale;
  /** The units that stand at first, by the names of their fields. */
  units?: Record<string, number>;
  /** What the names of the fields begin with, where a form has several waves. */
  at?: string;
};

/** What a wave offers: public units of each variant, and behind a fold those set aside for some. */
export function UnitsFields({ variants, locale, units = {}, at = '' }: Props) {
  const t = useTranslations('drops.staff');
  const { outcome } = use(FormContext);
  const home = useHome();
  // What is wrong inside the fold must be seen.
  const wrong =
    outcome.status === 'refused' &&
    Object.keys(outcome.fields).some((name) => name.startsWith(`${at}units.`) && /\.[A-Z]+$/.test(name));
  const setAside = Object.keys(units).some((name) => name.split('.').length > 2);
  return (
    <>
      <fieldset className="grid gap-4">
        <legend className="font-semibold">{t('unitsPer')}</legend>
        <p className="text-sm text-muted">{t('unitsHint')}</p>
        <div className="grid gap-4 sm:grid-cols-3">
          {variants.map(({ id, title, titleZh, priceMinor, currency }) => (
            <FormText
              key={id}
              name={`${at}units.${id}`}
              type="number"
              min={0}
              label={localText(locale, title, titleZh)}
              hint={formatMoney(priceMinor, currency, locale, home)}
              initial={units[`units.${id}`]?.toString()}
            />
          ))}
        </div>
      </fieldset>
      <details open={wrong || setAside} className="rounded-lg border border-line p-4">
        <summary className="cursor-pointer font-semibold">{t('aside')}</summary>
        <p className="mt-2 text-sm text-muted">{t('asideHint')}</p>
        <div className="mt-4 grid gap-6">
          {variants.map((variant) => (
            <SetAside key={variant.id} variant={variant} locale={locale} units={units} at={at} />
          ))}
        </div>
      </details>
    </>
  );
}

type AsideProps = { variant: UnitsVariant; locale: Locale; units: Record<string, number>; at: string };

function SetAside({ variant, locale, units, at }: AsideProps) {
  const t = useTranslations('drops.channel');
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold">{localText(locale, variant.title, variant.titleZh)}</legend>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {aside.map((channel) => (
          <FormText
            key={channel}
            name={`${at}units.${variant.id}.${channel}`}
            type="number"
            min={0}
            label={t(channel)}
            initial={units[`units.${variant.id}.${channel}`]?.toString()}
          />
        ))}
      </div>
    </fieldset>
  );
}
