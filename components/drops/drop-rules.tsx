import { Check } from 'lucide-react';

import { SectionHead } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { DropPage } from '@/lib/drops/queries';

/** The rule by which the units are given, in plain words. */
export function DropRules({ drop, locale }: { drop: Pick<DropPage, 'holdSeconds' | 'minTrust' | 'needsReservation'>; locale: Locale }) {
  const t = translator(locale, 'drops');
  const rules = [
    t('rule.order'),
    t('rule.one'),
    t('rule.hold', { minutes: Math.round(drop.holdSeconds / 60) }),
    ...(drop.needsReservation ? [t('rule.reservation')] : []),
    drop.minTrust > 0 ? t('rule.trust', { level: drop.minTrust }) : t('rule.confirmed'),
    t('rule.honest'),
  ];
  return (
    <section aria-labelledby="rule">
      <SectionHead id="rule" title={t('rule.title')} />
      <ul className="grid max-w-[62ch] gap-2.5">
        {rules.map((rule) => (
          <li key={rule} className="flex gap-3">
            <Check aria-hidden className="mt-1 size-4.5 shrink-0 text-accent-ink" />
            {rule}
          </li>
        ))}
      </ul>
    </section>
  );
}
