'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { FormSelect, FormText } from '@/components/forms/form-fields';
import { Button } from '@/components/ui/button';
import { useLive } from '@/components/ui/use-live';
import { collectionMatches, conditions, mostRules, ofPrice } from '@/lib/catalog/choices/collection-rules';
import type { CollectionToEdit } from '@/lib/catalog/queries/collections';
import { plainAmount } from '@/lib/core/money';

type Rule = CollectionToEdit['rules'][number];
type Props = { initial?: Pick<CollectionToEdit, 'match' | 'rules'>; currency: string };

/** The rules of a collection; an empty one counts for nothing. */
export function CollectionRules({ initial, currency }: Props) {
  const t = useTranslations('catalog.collecting');
  const rules = initial?.rules ?? [];
  const [shown, setShown] = useState(Math.max(1, rules.length));
  const live = useLive();
  const count = live ? shown : Math.min(mostRules, rules.length + 3);
  return (
    <div className="grid gap-4">
      <FormSelect
        name="match"
        label={t('match')}
        initial={initial?.match ?? 'ALL'}
        options={collectionMatches.map((match) => ({ value: match, label: t(`matches.${match}`) }))}
        className="sm:max-w-xs"
      />
      {Array.from({ length: count }, (_, at) => (
        <RuleFields key={at} at={at} rule={rules[at]} currency={currency} />
      ))}
      {live && shown < mostRules && (
        <Button variant="secondary" className="justify-self-start" onClick={() => setShown(shown + 1)}>
          {t('addRule')}
        </Button>
      )}
    </div>
  );
}

function RuleFields({ at, rule, currency }: { at: number; rule?: Rule; currency: string }) {
  const t = useTranslations('catalog.collecting');
  const [condition, setCondition] = useState<string>(rule?.condition ?? '');
  const isPrice = ofPrice.some((each) => each === condition);
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      <FormSelect
        name={`rule.${at}`}
        label={t('rule', { number: at + 1 })}
        blank={t('noRule')}
        initial={rule?.condition ?? ''}
        options={conditions.map((value) => ({ value, label: t(`conditions.${value}`) }))}
        onChange={(event) => setCondition(event.target.value)}
      />
      <div className={condition === 'REDUCED' ? 'hidden' : undefined}>
        <FormText
          name={`value.${at}`}
          label={isPrice ? t('amount', { currency }) : t('value')}
          initial={valueOf(rule)}
          maxLength={255}
          autoComplete="off"
          inputMode={isPrice ? 'decimal' : undefined}
        />
      </div>
    </div>
  );
}

const valueOf = (rule?: Rule): string =>
  rule?.amountMinor != null && rule.currency ? plainAmount(rule.amountMinor, rule.currency) : (rule?.value ?? '');
