import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

import { CheckPayments } from './check-payments';

type Props = {
  state: 'missing' | 'demo' | 'test' | 'done';
  webhook: string;
  events: readonly string[];
  /** When the gateway last told the shop of a payment. */
  last: Date | null;
  locale: Locale;
};

const tones = { missing: 'warning', demo: 'info', test: 'info', done: 'positive' } as const;

/** How payments stand, a check of the gateway, and what has to be entered there. */
export function PaymentSettings({ state, webhook, events, last, locale }: Props) {
  const t = translator(locale, 'markets');
  return (
    <>
      <Notice tone={tones[state]} title={t(`payments.states.${state}`)}>
        {state !== 'missing' && (
          <p>
            {t('payments.last')}
            {last ? <DateTime at={last} locale={locale} format="moment" /> : t('payments.none')}
          </p>
        )}
      </Notice>
      {state !== 'missing' && state !== 'demo' && (
        <Card as="section">
          <SectionHead title={t('payments.check')} lead={t('payments.checkLead')} />
          <CheckPayments locale={locale} />
        </Card>
      )}
      {state !== 'demo' && (
        <Card as="section">
          <SectionHead title={t('payments.webhook')} lead={t('payments.webhookLead')} />
          <dl className="grid gap-5">
            <div className="grid gap-1">
              <dt className="font-semibold">{t('payments.address')}</dt>
              <dd className="font-mono text-[0.9375rem] wrap-anywhere select-all">{webhook}</dd>
            </div>
            <div className="grid gap-1">
              <dt className="font-semibold">{t('payments.events')}</dt>
              <dd>
                <ul className="grid gap-x-6 gap-y-1 font-mono text-[0.9375rem] sm:grid-cols-2">
                  {events.map((event) => (
                    <li key={event} className="wrap-anywhere">
                      {event}
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          </dl>
        </Card>
      )}
    </>
  );
}
