import { putBackMarketAction } from '@/app/actions/markets';
import { PutBack } from '@/components/staff/put-back';
import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { HistoryPages } from '@/components/ui/history-pages';
import { SavedBy } from '@/components/ui/saved-by';
import { translator } from '@/lib/core/i18n';
import { listed, type Locale } from '@/lib/core/locale';
import type { MarketVersion } from '@/lib/markets/queries';

type Props = {
  versions: MarketVersion[];
  next: number | null;
  current: number;
  paged: boolean;
  here: string;
  locale: Locale;
};

/** Every version of shipping and taxes, the newest first: who saved it, what changed and why. */
export function TermsHistory({ versions, next, current, paged, here, locale }: Props) {
  const t = translator(locale, 'markets');
  return (
    <section aria-labelledby="history">
      <SectionHead id="history" title={t('history.title')} lead={t('history.lead')} />
      <Card flush>
        {versions.length === 0 && <p className="p-4 text-muted sm:p-6">{t('history.empty')}</p>}
        <ol className="divide-y divide-line">
          {versions.map(({ version, parts, readable, reason, by, at }) => (
            <li key={version} className="grid gap-x-6 gap-y-2 px-4 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:px-6">
              <div className="grid min-w-0 content-start gap-1">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span className="font-semibold">{t('history.version', { version })}</span>
                  {version === current && <Badge tone="positive">{t('history.current')}</Badge>}
                </p>
                <p className="text-[0.9375rem] wrap-anywhere">
                  {parts.length > 0
                    ? t('history.changed', {
                        parts: listed(
                          locale,
                          parts.map((part) => t(`parts.${part}`)),
                        ),
                      })
                    : t(readable ? 'history.unchanged' : 'history.unreadable')}
                </p>
                {reason && (
                  <p className="text-[0.9375rem] wrap-anywhere text-muted">
                    <bdi>{reason}</bdi>
                  </p>
                )}
                <SavedBy name={by?.name ?? t('somebody')} at={at} locale={locale} />
              </div>
              {readable && version !== current && (
                <PutBack
                  action={putBackMarketAction}
                  hidden={{ version: `${version}`, shown: `${current}`, locale }}
                  words={{
                    open: t('history.putBackOpen'),
                    lead: t('history.putBackLead', { version, shown: current }),
                    button: t('history.putBack', { version }),
                    done: t('history.putBackDone', { version }),
                  }}
                />
              )}
            </li>
          ))}
        </ol>
      </Card>
      <HistoryPages
        here={here}
        next={next}
        paged={paged}
        words={{ label: t('history.pages'), newest: t('history.newest'), older: t('history.older') }}
      />
    </section>
  );
}
