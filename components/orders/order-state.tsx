import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { OrderState } from '@/lib/orders/schema';

const tones: Record<OrderState, Tone> = {
  PENDING: 'warning',
  PAID: 'accent',
  SHIPPED: 'info',
  DELIVERED: 'positive',
  CANCELLED: 'neutral',
  REFUNDED: 'neutral',
};

type Props = {
  state: OrderState;
  /** Whether a part of it is sent and the rest is not. */
  sent?: boolean;
  /** Whether a part of its price went back. */
  partly?: boolean;
  locale: Locale;
};

/** Where an order stands, in one or two words; beside it that a part of it was sent, or a part of its price went back. */
export function OrderStateBadge({ state, sent = false, partly = false, locale }: Props) {
  const t = translator(locale, 'orders');
  return (
    <>
      <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
      {sent && state === 'PAID' && <Badge tone="info">{t('partlyShipped')}</Badge>}
      {partly && state !== 'REFUNDED' && <Badge>{t('partlyRefunded')}</Badge>}
    </>
  );
}
