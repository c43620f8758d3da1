import { Card, SectionHead } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { cx } from '@/components/ui/cx';
import type { Locale } from '@/lib/core/locale';
import { withQuery } from '@/lib/core/paths';
import type { coverageOf } from '@/lib/recalls/choices/coverage';
import type { RecallUnitState } from '@/lib/recalls/schema';
import { translator } from '@/lib/web/i18n';

type Props = {
  coverage: ReturnType<typeof coverageOf>;
  /** The page of the recall, and the state that its list is narrowed to. */
  home: string;
  state?: RecallUnitState;
  locale: Locale;
};

const fills: Record<RecallUnitState, string> = {
  PLANNED: 'bg-muted/40',
  SENT: 'bg-info/50',
  DELIVERED: 'bg-info',
  FAILED: 'bg-danger-solid',
  ACKNOWLEDGED: 'bg-accent',
  REMEDIED: 'bg-positive',
  REFUSED: 'bg-warning/60',
  UNREACHABLE: 'bg-warning',
};

/** How far a recall is: each state with how many devices stand so, and their shares, which sum to 100 %. */
export function RecallCoverage({ coverage: { total, shares }, home, state, locale }: Props) {
  const t = translator(locale, 'recalls');
  const done = shares.find((share) => share.state === 'REMEDIED')!.count;
  const percent = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (
    <Card as="section" aria-labelledby="coverage">
      <SectionHead id="coverage" title={t('staff.coverage')} lead={t('staff.coverageHint', { done, total })} />
      <div aria-hidden className="mb-4 flex h-3 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset">
        {shares.map(({ state: of, perMille }) => (
          <span key={of} className={fills[of]} style={{ width: `${perMille / 10}%` }} />
        ))}
      </div>
      <ul className="grid gap-1 sm:grid-cols-2">
        {shares.map(({ state: of, count, perMille }) => (
          <li key={of}>
            <Link
              href={state === of ? home : withQuery(home, { state: of })}
              aria-current={state === of ? 'true' : undefined}
              className={cx(
                'touch flex items-center justify-between gap-3 rounded-md px-2 py-1 hover:bg-hover',
                state === of && 'bg-sunken font-semibold',
              )}
            >
              <span className="flex min-w-0 items-center gap-2">
                <span aria-hidden className={cx('size-2.5 shrink-0 rounded-full', fills[of])} />
                {t(`unitStates.${of}`)}
              </span>
              <span className="numerals shrink-0 text-muted">
                {t('staff.share', { count, percent: percent.format(perMille / 10) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
