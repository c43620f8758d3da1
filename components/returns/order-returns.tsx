import { Undo2 } from 'lucide-react';

import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { inLocale } from '@/lib/core/paths';
import type { ReturnsOfOrder } from '@/lib/flows/returns/read-returns';
import type { AskedOrder } from '@/lib/orders/asked-order';
import { pieces } from '@/lib/orders/choices/item-words';
import { lineTitle } from '@/lib/orders/schema';
import { goesBack } from '@/lib/returns/choices/value';
import { askReturnPath } from '@/lib/orders/choices/return-path';

import { BuyerActs } from './buyer-acts';
import { ReturnStateBadge } from './return-state';

type Props = { returns: ReturnsOfOrder; asked: AskedOrder; returnAddress: string; locale: Locale; home: string };

/** What comes back of an order, and the way to send something back while there is time for it. */
export function OrderReturns({ returns, asked, returnAddress, locale, home }: Props) {
  const t = translator(locale, 'returns');
  const { rows, wishes, until } = returns;
  if (rows.length === 0 && wishes.length === 0) return null;
  return (
    <>
      {rows.map((row) => (
        <Row key={row.id} {...{ row, asked, returnAddress, locale, home }} currency={returns.currency} />
      ))}
      {wishes.length > 0 && (
        <Card as="section" className="grid justify-items-start gap-3">
          <p className="text-muted">
            {t.rich(`offer.${wishes[0]!}`, { time: () => <DateTime at={until[wishes[0]!]!} locale={locale} /> })}
          </p>
          <ButtonLink variant="secondary" href={inLocale(locale, askReturnPath(asked))} icon={<Undo2 aria-hidden />}>
            {t(wishes.includes('WITHDRAWAL') ? 'offer.withdraw' : 'offer.report')}
          </ButtonLink>
        </Card>
      )}
    </>
  );
}

type RowProps = Omit<Props, 'returns'> & { row: ReturnsOfOrder['rows'][number]; currency: string };

function Row({ row, asked, returnAddress, locale, home, currency }: RowProps) {
  const t = translator(locale, 'returns');
  const { id, number, wish, state, lines, answer, carrier, tracking, refundMinor, replacement, createdAt } = row;
  return (
    <Card as="section" className="grid gap-3">
      <SectionHead
        title={t(wish === 'MISSING' ? 'missingNumbered' : 'numbered', { number })}
        level={3}
        action={<ReturnStateBadge state={state} locale={locale} />}
      />
      <ul className="grid gap-1">
        {lines.map(({ lineId, announced, counted, line }) => (
          <li key={lineId}>{pieces(counted ?? announced, lineTitle(locale, line))}</li>
        ))}
      </ul>
      <p className="text-sm text-muted">
        {t.rich('askedAt', { time: () => <DateTime at={createdAt} locale={locale} format="moment" /> })}
      </p>
      {answer && (
        <p dir="auto" className="break-words whitespace-pre-line">
          {answer}
        </p>
      )}
      {(state === 'APPROVED' || state === 'ON_THE_WAY') && returnAddress && (
        <div>
          <p className="text-sm text-muted">{t('sendTo', { number })}</p>
          <p className="font-semibold whitespace-pre-line">{returnAddress}</p>
        </div>
      )}
      {carrier && (
        <p>
          {carrier} <span className="font-mono break-all">{tracking}</span>
        </p>
      )}
      {state === 'CLOSED' && refundMinor !== null && refundMinor > 0 && (
        <p>{t('refunded', { amount: formatMoney(refundMinor, currency, locale, home) })}</p>
      )}
      {replacement && <p>{t(wish === 'MISSING' ? 'missingSent' : 'replaced', { number: replacement.number })}</p>}
      {state === 'CLOSED' && !refundMinor && lines.some(goesBack) && <p>{t('sentBack')}</p>}
      <BuyerActs
        missing={wish === 'MISSING'}
        returnId={id}
        asked={asked}
        locale={locale}
        can={{ cancel: state === 'ASKED' || state === 'APPROVED', send: state === 'APPROVED' }}
      />
    </Card>
  );
}
