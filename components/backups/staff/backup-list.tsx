import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { LookAgain } from '@/components/ui/look-again';
import { Pagination } from '@/components/ui/pagination';
import { Progress } from '@/components/ui/progress';
import type { BackupShown } from '@/lib/backups/queries';
import { translator } from '@/lib/core/i18n';
import { messageLocale, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

import { PrepareRestore } from './prepare-restore';
import { VerifyBackup } from './verify-backup';

type Place = {
  /** The folder of backups as this process knows it; null where none is set. */
  folder: string | null;
  brand: string;
  locale: Locale;
};
type Props = Place & { backups: BackupShown[]; next: string | null; paged: boolean };

/** Every backup, the newest first: how it stands, what it holds, and what can be done with it. */
export function BackupList({ backups, next, paged, ...place }: Props) {
  const t = translator(place.locale, 'backups');
  const here = inLocale(place.locale, paths.staff('settings', 'backup'));
  const busy = backups.some(({ endedAt, verifyingAt }) => endedAt === null || verifyingAt !== null);
  return (
    <section aria-labelledby="backups">
      <SectionHead id="backups" title={t('list.title')} lead={t('list.lead')} />
      {busy && <LookAgain everyMs={2_000} times={1_800} />}
      <Card flush>
        {backups.length === 0 && <p className="p-4 text-muted sm:p-6">{t('list.empty')}</p>}
        <ol className="divide-y divide-line">
          {backups.map((each) => (
            <Backup key={each.id} backup={each} {...place} />
          ))}
        </ol>
      </Card>
      <Pagination
        label={t('list.pages')}
        previous={paged ? { href: `${here}#backups`, label: t('list.newest') } : null}
        next={next === null ? null : { href: withQuery(here, { before: next }), label: t('list.older') }}
      />
    </section>
  );
}

type RowProps = Place & { backup: BackupShown };

function Backup({ backup, ...place }: RowProps) {
  const { locale } = place;
  const t = translator(locale, 'backups');
  const { id, cause, askedAt, endedAt, failure, askedBy, goneAt, spoiltAt, verifyingAt, file } = backup;
  const there = place.folder !== null && endedAt !== null && failure === null && file !== null && goneAt === null;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-2 px-4 py-4 sm:px-6">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <DateTime at={askedAt} locale={locale} format="moment" className="font-semibold" />
        <State backup={backup} locale={locale} />
        <span className="text-sm text-muted">
          {cause === 'NIGHT' ? t('list.night') : t('list.asked', { name: askedBy?.name ?? t('list.somebody') })}
        </span>
      </p>
      {endedAt === null ? <Making backup={backup} locale={locale} /> : <Held backup={backup} locale={locale} />}
      {there && (
        <div className="flex flex-wrap items-start gap-x-6 gap-y-1">
          {verifyingAt === null && <VerifyBackup id={id} />}
          {!spoiltAt && place.folder && <PrepareRestore id={id} folder={place.folder} brand={place.brand} />}
        </div>
      )}
    </li>
  );
}

function State({ backup, locale }: { backup: BackupShown; locale: Locale }) {
  const t = translator(locale, 'backups');
  const { endedAt, failure, goneAt, spoiltAt } = backup;
  if (endedAt === null) return <Badge tone="info">{t('list.running')}</Badge>;
  if (failure !== null) return <Badge tone="danger">{t('list.failed')}</Badge>;
  if (goneAt) return <Badge>{t('list.deleted')}</Badge>;
  if (spoiltAt) return <Badge tone="danger">{t('list.damaged')}</Badge>;
  return <Badge tone="positive">{t('list.good')}</Badge>;
}

function Making({ backup: { startedAt, step, steps }, locale }: { backup: BackupShown; locale: Locale }) {
  const t = translator(locale, 'backups');
  const said = startedAt && steps > 0 ? t('steps', { step, steps }) : t('waiting');
  return <Progress label={t('making')} value={step} max={steps || 1} valueText={said} showLabel className="max-w-md" />;
}

const failures = [
  'busy',
  'folder',
  'full',
  'denied',
  'folder-missing',
  'key',
  'no-folder',
  'spoilt',
  'cut-short',
  'interrupted',
] as const;

function Held({ backup, locale }: { backup: BackupShown; locale: Locale }) {
  const t = translator(locale, 'backups');
  const { failure, bytes, rows, tables, files, file, namesOnly, missing, verifiedAt, verifyingAt, goneAt } = backup;
  if (failure !== null)
    return <p className="text-[0.9375rem]">{t(`failure.${failures.find((word) => word === failure) ?? 'failed'}`)}</p>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1 text-[0.9375rem]">
      <p>{t('list.holds', { size: sizeWords(bytes, locale), rows, tables: tables ?? 0, files: files ?? 0 })}</p>
      {namesOnly && <p>{t('list.names')}</p>}
      {missing > 0 && <p className="font-semibold">{t('list.missing', { count: missing })}</p>}
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        <bdi className="wrap-anywhere">{file}</bdi>
        {verifyingAt ? (
          <span>{t('list.verifying')}</span>
        ) : (
          verifiedAt &&
          !goneAt && (
            <span>
              {t('list.verified')} <DateTime at={verifiedAt} locale={locale} format="moment" />
            </span>
          )
        )}
      </p>
    </div>
  );
}

const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A length in bytes as people read it. */
function sizeWords(bytes: number, locale: Locale): string {
  const power = Math.max(1, Math.min(units.length, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return new Intl.NumberFormat(messageLocale(locale), {
    style: 'unit',
    unit: units[power - 1],
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}
