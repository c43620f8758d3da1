import { Notice } from '@/components/ui/notice';
import { DateTime } from '@/components/ui/date-time';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

type Props = { wave: { opensAt: Date; movedFrom: Date | null; moveReason: string | null }; locale: Locale };

/** That a wave was postponed, from when to when, and why. */
export function MovedFrom({ wave, locale }: Props) {
  if (!wave.movedFrom) return null;
  const t = translator(locale, 'drops');
  const at = (moment: Date) => <DateTime at={moment} locale={locale} format="moment" />;
  return (
    <Notice tone="warning" title={t.rich('movedFrom', { from: () => at(wave.movedFrom!), to: () => at(wave.opensAt) })}>
      {wave.moveReason}
    </Notice>
  );
}
