import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { cx } from '@/components/ui/cx';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { TrustRule as Rule } from '@/lib/members/choices/trust-rule';

const levels = [0, 1, 2, 3, 4] as const;

/** The published rule of trust, with the member's own place in it. */
export function TrustRule({ locale, trust, rule }: { locale: Locale; trust: number; rule: Rule }) {
  const t = translator(locale, 'members');
  const both = (...sentences: string[]) => sentences.join(locale === 'zh' ? '' : ' ');
  const rules = [
    t('trust.rule0'),
    t('trust.rule1', { days: rule.memberDays, votes: rule.memberVotes }),
    both(
      t('trust.rule', { days: rule.regularDays, posts: rule.regularPosts, votes: rule.regularVotes }),
      t('trust.owning', { posts: rule.owningPosts, votes: rule.owningVotes }),
    ),
    both(
      t('trust.rule', { days: rule.trustedDays, posts: rule.trustedPosts, votes: rule.trustedVotes }),
      t('trust.credited', { votes: rule.creditedVotes }),
    ),
    t('trust.rule4'),
  ];
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
              <span className="block text-sm text-muted">{rules[level]}</span>
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
