import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { formatDateTime, translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';

import type { ReturnsOfOrder } from '@/lib/flows/returns/read-returns';
import type { AskedOrder } from '@/lib/orders/asked-order';
import { lineTitle } from '@/lib/orders/schema';
import { paths } from '@/lib/paths';

import { AskReturnForm } from './ask-return-form';

type Props = { returns: ReturnsOfOrder; asked: AskedOrder; number: string; locale: Locale };

/** Where the buyer of an order says what they send back, and why. */
export function AskReturnPage({ returns: { lines, wishes, until }, asked, number, locale }: Props) {
  const t = translator(locale, 'returns');
  return (
    <div className="page max-w-3xl pb-16">
      <PageHeader
        title={t('form.title', { number })}
        lead={wishes.length > 0 ? t('form.lead') : t('form.over')}
        meta={<TextLink href={inLocale(locale, paths.askedOrder(asked))}>{t('form.toOrder')}</TextLink>}
      />
      {wishes.length > 0 && (
        <Card as="section">
          <AskReturnForm
            asked={asked}
            locale={locale}
            lines={lines.map((line) => ({ lineId: line.id, title: lineTitle(locale, line), left: line.left }))}
            wishes={wishes.map((wish) => ({ wish, until: formatDateTime(until[wish]!, locale, 'date') }))}
          />
        </Card>
      )}
    </div>
  );
}
