import { countWords } from '@/components/staff/count-words';
import { Card, SectionHead } from '@/components/ui/card';
import { ChevronRight } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { WaitingWork } from '@/lib/web/read-dashboard';
import { translator } from '@/lib/web/i18n';

/** What waits for this member of staff, the longest waiting first; each line leads to it. */
export function WaitingList({ locale, work }: { locale: Locale; work: WaitingWork[] }) {
  const t = translator(locale, 'staff');
  return (
    <Card as="section" aria-labelledby="waiting">
      <SectionHead id="waiting" title={t('dashboard.waitingTitle')} />
      {work.length === 0 && <p className="text-muted">{t('dashboard.nothingWaits')}</p>}
      <ul className="-mx-3 grid gap-1">
        {work.map(({ name, count, oldest, path }) => (
          <li key={name}>
            <Link
              href={inLocale(locale, path)}
              className="touch flex items-center gap-4 rounded-lg px-3 py-2.5 transition-colors hover:bg-hover"
            >
              <span className="numerals min-w-10 font-display text-heading">{countWords(count)}</span>
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{t(`dashboard.waiting.${name as 'ideas'}`, { count })}</span>
                {oldest && (
                  <span className="block text-sm text-muted">
                    {t.rich('dashboard.oldest', { since: () => <RelativeTime at={oldest} locale={locale} /> })}
                  </span>
                )}
              </span>
              <ChevronRight aria-hidden className="size-5 shrink-0 text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
