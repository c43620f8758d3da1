import type { ReactNode } from 'react';

import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import type { TriageIdea, Worth } from '@/lib/feedback/queries';
import { homeCurrency } from '@/lib/web/brand';

/** The three weights of an idea. */
export function Weights({ idea, locale }: { idea: Pick<TriageIdea, 'votes' | 'owners' | 'worth'>; locale: Locale }) {
  const t = translator(locale, 'feedback');
  return (
    <dl className="grid grid-cols-[auto_auto_minmax(0,1fr)] gap-x-6">
      <Weight label={t('triage.votes')} value={idea.votes} />
      <Weight label={t('triage.owners')} value={idea.owners} />
      <Weight label={t('triage.worth')} value={<Amounts worth={idea.worth} locale={locale} />} />
    </dl>
  );
}

/** What the voters of an idea bought and kept, in each currency. */
export async function Amounts({ worth, locale }: { worth: Worth[]; locale: Locale }) {
  if (worth.length === 0) return <>–</>;
  const home = await homeCurrency();
  const t = translator(locale, 'feedback');
  return (
    <>
      {worth.map(({ currency, minor, about }) => (
        <span key={currency} className="block whitespace-nowrap">
          {about
            ? t('triage.about', { amount: formatMoney(Number(minor), currency, locale, home) })
            : formatMoney(Number(minor), currency, locale, home)}
        </span>
      ))}
    </>
  );
}

function Weight({ label, value }: { label: string; value: ReactNode }) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="numerals text-lg leading-tight font-semibold">{value}</dd>
    </div>
  );
}
