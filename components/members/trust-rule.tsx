import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { cx } from '@/components/ui/cx';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

const levels = [0, 1, 2, 3, 4] as const;

/** The published rule of trust, with the member's own place in it. */
export function TrustRule({ locale, trust }: { locale: Locale; trust: number }) {
  const t = translator(locale, 'members');
  return (
    <Card as="section">
      <SectionHead title={t('account.trust')} lead={t('account.trustLead')} />
      <ol className="grid gap-1.5">
        {levels.map((level) => (
          <li
            key={level}
            aria-current={level === trust ? 'step' : undefined}
            className={cx('flex gap-3 rounded-lg px-3 py-2', level === trust && 'bg-accent-soft')}
          >
            <span
              className={cx(
                'numerals mt-0.5 grid size-6 shrink-0 place-items-center rounded-full text-sm font-bold',
                level <= trust ? 'bg-accent text-on-accent' : 'bg-sunken text-muted',
              )}
            >
              {level}
            </span>
            <span className="min-w-0">
              <span className="font-semibold">{t(`trust.name${level}`)}</span>
              <span className="block text-sm text-muted">{t(`trust.rule${level}`)}</span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** A level of trust by its name. */
export function TrustBadge({ locale, trust }: { locale: Locale; trust: number }) {
  const t = translator(locale, 'members');
  const level = levels[Math.max(0, Math.min(4, trust))] ?? 0;
  return (
    <Badge tone={trust >= 3 ? 'accent' : 'neutral'}>
      {t('trust.level', { level })} · {t(`trust.name${level}`)}
    </Badge>
  );
}
