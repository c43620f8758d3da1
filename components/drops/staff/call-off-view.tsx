import { Card } from '@/components/ui/card';
import { ShopTime } from '@/components/forms/shop-time';
import { Notice } from '@/components/ui/notice';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { homeCurrency } from '@/lib/web/brand';
import type { CallingOff } from '@/lib/flows/drops/calling-off';

import { CallOffForm } from './call-off-form';

type Props = { dropId: string; effects: CallingOff; at: Date; planned: boolean; selling: boolean; locale: Locale };

/** What calling a drop off would do at this moment, in numbers, and the form that does it. */
export async function CallOffView({ dropId, effects, at, planned, selling, locale }: Props) {
  const t = translator(locale, 'drops');
  const home = await homeCurrency();
  const back = effects.goesBack.reduce((sum, { count }) => sum + count, 0);
  const sums = effects.goesBack
    .map(({ totalMinor, currency }) => formatMoney(totalMinor, currency, locale, home))
    .join(' + ');
  const lines = [
    ...(back > 0 ? [t('staff.callOff.goesBack', { count: back, sums })] : []),
    ...(effects.unpaid > 0 ? [t('staff.callOff.unpaid', { count: effects.unpaid })] : []),
    ...(effects.held > 0 ? [t('staff.callOff.held', { count: effects.held })] : []),
    ...(effects.onTheirWay > 0 ? [t('staff.callOff.onTheirWay', { count: effects.onTheirWay })] : []),
    ...(effects.delivered > 0 ? [t('staff.callOff.delivered', { count: effects.delivered })] : []),
    ...(effects.reserved + effects.waiting + effects.entered > 0
      ? [t('staff.callOff.bound', { reserved: effects.reserved, entered: effects.entered, waiting: effects.waiting })]
      : []),
    ...(effects.codes > 0 ? [t('staff.callOff.codes', { count: effects.codes })] : []),
  ];
  return (
    <div className="grid max-w-3xl gap-5">
      {selling && <Notice tone="warning">{t('staff.callOff.selling')}</Notice>}
      <Card className="grid gap-3">
        <ul className="grid list-disc gap-1.5 ps-5">
          {lines.length > 0 ? (
            lines.map((line) => <li key={line}>{line}</li>)
          ) : (
            <li>{t(planned ? 'staff.callOff.nobodyPlanned' : 'staff.callOff.nobody')}</li>
          )}
        </ul>
        <p className="text-sm text-muted">
          {t('staff.callOff.asOf')} <ShopTime at={at} locale={locale} />
        </p>
      </Card>
      <Card className="grid gap-4">
        <p className="font-semibold">{t('staff.callOff.final')}</p>
        <CallOffForm
          dropId={dropId}
          locale={locale}
          action={back > 0 ? t('staff.callOff.doRefund', { count: back, sums }) : t('staff.cancel')}
        />
      </Card>
    </div>
  );
}
