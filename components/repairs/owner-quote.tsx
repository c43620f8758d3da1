import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { AskedAs } from '@/lib/repairs/choices/repair-path';
import type { OwnRepairRow } from '@/lib/repairs/queries/own';
import { isOver } from '@/lib/repairs/policy';
import type { RepairState } from '@/lib/repairs/schema';

import { AnswerQuote } from './owner-acts';

type Props = {
  own: { repairId: string; asked: AskedAs; locale: Locale };
  quotes: OwnRepairRow['quotes'];
  state: RepairState;
  money: (minor: number) => string;
  locale: Locale;
};

/** What a repair costs: the newest version with the answer to it, and the versions before. */
export function OwnerQuote({ own, quotes: [quote, ...before], state, money, locale }: Props) {
  const t = translator(locale, 'repairs');
  if (!quote) return null;
  const price = quote.amountMinor === 0 ? t('free') : money(quote.amountMinor);
  return (
    <Card as="section" className="grid gap-4">
      <SectionHead title={t('costs')} action={<strong className="text-subheading">{price}</strong>} />
      <p dir="auto" className="break-words whitespace-pre-line">
        {quote.text}
      </p>
      {quote.uncovered && (
        <div>
          <p className="text-sm text-muted">{t('uncovered')}</p>
          <p dir="auto" className="break-words whitespace-pre-line">
            {quote.uncovered}
          </p>
        </div>
      )}
      {quote.amountMinor > 0 && !isOver(state) && <p className="text-sm text-muted">{t('howToPay')}</p>}
      {state === 'QUOTED' && quote.state === 'OPEN' && <AnswerQuote {...own} version={quote.version} amount={price} />}
      {before.length > 0 && (
        <ul className="grid gap-1 border-t border-line pt-3 text-sm text-muted">
          {before.map(({ version, amountMinor, state: was, createdAt }) => (
            <li key={version} className="flex flex-wrap justify-between gap-x-4">
              <span>
                <DateTime at={createdAt} locale={locale} /> · {t(`quoteStates.${was}`)}
              </span>
              <span>{amountMinor === 0 ? t('free') : money(amountMinor)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
