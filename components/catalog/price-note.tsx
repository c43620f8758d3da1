import { DateTime } from '@/components/ui/date-time';
import type { PriceStory } from '@/lib/catalog/choices/price-story';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';

/** What a price is compared with: `lawful` where a market compares with the lowest of 30 days alone. */
type Told = PriceStory & { priceMinor: number; compareAtMinor: number | null; currency: string };

// The higher price that stands struck beside a reduced one, in minor units; undefined where none may.
function struckOf({ phase, compareAtMinor, priorMinor, priceMinor }: Told, lawful: boolean): number | undefined {
  const announced = phase !== null || (compareAtMinor !== null && compareAtMinor > priceMinor);
  return (announced ? (lawful ? priorMinor : compareAtMinor) : null) ?? undefined;
}

type Asked = { lawful: boolean; home: string; locale: Locale };
type Props = { told: Told; struck: number | undefined } & Asked;

// Under a price: until when it holds and what comes after it, and what a struck price is; nothing under a regular one.
function PriceNote({ told: { phase, priceMinor, currency }, struck, lawful, home, locale }: Props) {
  const t = translator(locale, 'catalog');
  const prior = lawful ? struck : undefined;
  if (!phase && prior === undefined) return null;
  const money = (minor: number) => formatMoney(minor, currency, locale, home);
  const until = phase?.until;
  const rises = phase?.thenMinor != null && phase.thenMinor > priceMinor;
  return (
    <span className="mt-1.5 grid gap-0.5 text-[0.9375rem] text-muted">
      {phase && (
        <span>
          <span className="font-semibold text-accent-ink">{t(`phases.${phase.reason}`)}</span>
          {until && (
            <> {t.rich('phaseUntil', { time: () => <DateTime at={until} locale={locale} format="moment" /> })}</>
          )}
          {rises && <> {t('phaseThen', { price: money(phase.thenMinor!) })}</>}
        </span>
      )}
      {prior !== undefined && <span>{t('priorPrice', { price: money(prior) })}</span>}
    </span>
  );
}

/** What stands beside the prices of variants, by their ids: the struck price, and what is told of it. */
export function pricesOnShow(variants: readonly (Told & { id: string })[], asked: Asked) {
  return Object.fromEntries(
    variants.map((told) => {
      const struck = struckOf(told, asked.lawful);
      return [told.id, { struck, line: <PriceNote told={told} struck={struck} {...asked} /> }];
    }),
  );
}
