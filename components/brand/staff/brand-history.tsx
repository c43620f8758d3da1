import { putBackBrandAction } from '@/app/actions/brand';
import { PutBack } from '@/components/staff/put-back';
import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { HistoryPages } from '@/components/ui/history-pages';
import { SavedBy } from '@/components/ui/saved-by';
import type { BrandVersion } from '@/lib/brand/queries';
import { translator } from '@/lib/core/i18n';
import { listed, type Locale, localText } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

type Props = { versions: BrandVersion[]; next: number | null; current: number; paged: boolean; locale: Locale };

/** Every version of the brand, the newest first: who saved it, what changed, and the way back to it. */
export function BrandHistory({ versions, next, current, paged, locale }: Props) {
  const t = translator(locale, 'brand');
  const here = inLocale(locale, paths.staff('settings', 'brand'));
  return (
    <section aria-labelledby="history">
      <SectionHead id="history" title={t('history.title')} lead={t('history.lead')} />
      <Card flush>
        {versions.length === 0 && <p className="p-4 text-muted sm:p-6">{t('history.empty')}</p>}
        <ol className="divide-y divide-line">
          {versions.map((each) => (
            <Version key={each.version} version={each} current={current} locale={locale} />
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

function Version({ version, current, locale }: { version: BrandVersion; current: number; locale: Locale }) {
  const t = translator(locale, 'brand');
  const parts = listed(
    locale,
    version.parts.map((part) => t(`parts.${part}`)),
  );
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:px-6">
      <div className="grid min-w-0 content-start gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold">{t('history.version', { version: version.version })}</span>
          <bdi className="wrap-anywhere">{localText(locale, version.name, version.nameZh)}</bdi>
          {version.version === current && <Badge tone="positive">{t('history.current')}</Badge>}
        </p>
        <p className="text-[0.9375rem] wrap-anywhere">
          {parts ? t('history.changed', { parts }) : t('history.unchanged')}
        </p>
        {version.reason && (
          <p className="text-[0.9375rem] wrap-anywhere text-muted">
            <bdi>{version.reason}</bdi>
          </p>
        )}
        <SavedBy name={version.by?.name ?? t('somebody')} at={version.at} locale={locale} />
      </div>
      {version.version !== current && (
        <PutBack
          action={putBackBrandAction}
          renewOn="brand-changed"
          hidden={{ version: `${version.version}`, shown: `${current}`, locale }}
          words={{
            open: t('history.putBackOpen'),
            lead: t('history.putBackLead', { version: version.version, shown: current }),
            button: t('history.putBack', { version: version.version }),
            done: t('history.putBackDone', { version: version.version }),
          }}
        />
      )}
    </li>
  );
}
