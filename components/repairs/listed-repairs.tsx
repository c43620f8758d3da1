import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { RepairState } from '@/lib/repairs/schema';

import { RepairStateBadge } from './repair-state';

type Row = { id: string; number: string; state: RepairState; createdAt: Date; title?: string };
type Props = {
  rows: readonly Row[];
  /** The page of one, by its number. */ hrefOf: (number: string) => string;
  locale: Locale;
};

/** Repairs in a short list, each leading to its page. */
export function ListedRepairs({ rows, hrefOf, locale }: Props) {
  const t = translator(locale, 'repairs');
  return (
    <ul className="grid gap-3">
      {rows.map(({ id, number, state, createdAt, title }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-2">
          <span className="min-w-0">
            <TextLink href={inLocale(locale, hrefOf(number))}>{t('numbered', { number })}</TextLink>
            <span className="block text-sm break-words text-muted">
              {title && <>{title} · </>}
              <DateTime at={createdAt} locale={locale} />
            </span>
          </span>
          <RepairStateBadge state={state} locale={locale} />
        </li>
      ))}
    </ul>
  );
}
