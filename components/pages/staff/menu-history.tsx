import { putBackMenuAction } from '@/app/actions/pages';
import { PutBack } from '@/components/staff/put-back';
import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { HistoryPages } from '@/components/ui/history-pages';
import { SavedBy } from '@/components/ui/saved-by';
import { translator } from '@/lib/core/i18n';
import { listed, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { MenuVersion } from '@/lib/pages/queries/menu';
import { paths } from '@/lib/paths';

import { entryName, type MenuSite } from './menu-site';

type Site = Pick<MenuSite, 'names' | 'pages'>;
type Props = {
  versions: MenuVersion[];
  next: number | null;
  current: number;
  paged: boolean;
  site: Site;
  locale: Locale;
};

/** Every version of the menu, the newest first, down to the program's own: who saved it, what changed, and the way back to it. */
export function MenuHistory({ versions, next, current, paged, site, locale }: Props) {
  const t = translator(locale, 'pagesStaff');
  if (current === 0) return null;
  return (
    <section aria-labelledby="history">
      <SectionHead id="history" title={t('history')} />
      <Card flush>
        <ol className="divide-y divide-line">
          {versions.map((each) => (
            <Version key={each.version} version={each} current={current} site={site} locale={locale} />
          ))}
          {next === null && (
            <li className={row}>
              <div className="grid min-w-0 content-start gap-1">
                <p className="font-semibold">{t('menu.programs')}</p>
                <p className="text-[0.9375rem]">{t('menu.programsLead')}</p>
              </div>
              <Back version={0} current={current} locale={locale} />
            </li>
          )}
        </ol>
      </Card>
      <HistoryPages
        here={inLocale(locale, paths.staff('pages', 'menu'))}
        next={next}
        paged={paged}
        words={{ label: t('historyPages'), newest: t('newest'), older: t('older') }}
      />
    </section>
  );
}

const row = 'grid gap-x-6 gap-y-2 px-4 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:px-6';

type VersionProps = Pick<Props, 'current' | 'site' | 'locale'> & { version: MenuVersion };

function Version({ version: { version, entries, parts, at, by }, current, site, locale }: VersionProps) {
  const t = translator(locale, 'pagesStaff');
  const isHidden = (entry: (typeof entries)[number]) => entry.type === 'area' && entry.hidden;
  const names = (some: typeof entries) =>
    listed(
      locale,
      some.map((entry) => entryName(entry, site, locale)).filter((name) => name !== ''),
    );
  const changed = listed(
    locale,
    parts.map((part) => t(`menu.parts.${part}`)),
  );
  return (
    <li className={row}>
      <div className="grid min-w-0 content-start gap-1 wrap-anywhere">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold">{t('version', { version })}</span>
          {version === current && <Badge tone="positive">{t('menu.current')}</Badge>}
        </p>
        {changed && <p className="text-[0.9375rem]">{t('changed', { parts: changed })}</p>}
        <p className="text-[0.9375rem] text-muted">
          {t('menu.order', { names: names(entries.filter((entry) => !isHidden(entry))) || '–' })}
        </p>
        {entries.some(isHidden) && (
          <p className="text-[0.9375rem] text-muted">
            {t('menu.notShown', { names: names(entries.filter(isHidden)) })}
          </p>
        )}
        <SavedBy name={by?.name ?? t('somebody')} at={at} locale={locale} />
      </div>
      {version !== current && <Back version={version} current={current} locale={locale} />}
    </li>
  );
}

function Back({ version, current, locale }: { version: number; current: number; locale: Locale }) {
  const t = translator(locale, 'pagesStaff');
  return (
    <PutBack
      action={putBackMenuAction}
      hidden={{ version: `${version}`, shown: `${current}`, locale }}
      words={{
        open: t('menu.putBackOpen'),
        lead: t('menu.putBackLead', { shown: current }),
        button: version > 0 ? t('menu.putBack', { version }) : t('menu.putBackPrograms'),
        done: version > 0 ? t('menu.putBackDone', { version }) : t('menu.putBackProgramsDone'),
      }}
    />
  );
}
