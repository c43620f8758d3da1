import path from 'node:path';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { BackupList } from '@/components/backups/staff/backup-list';
import { BackupState } from '@/components/backups/staff/backup-state';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { quietTime } from '@/lib/backups/night';
import { lastGoodAt, listBackupRows } from '@/lib/backups/queries';
import { reading } from '@/lib/core/context';
import { currentBrand } from '@/lib/core/current-brand';
import { env } from '@/lib/core/env';
import { isUuid } from '@/lib/core/ids';
import { localText, type Locale } from '@/lib/core/locale';
import { shopZone } from '@/lib/core/current-market';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('backups.manage');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'backups')('title'));
});

/** Whether backups are made, each of them with what it holds, and the ways to make, check and restore one. */
export default pageOrMissing(async function StaffBackupPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const { before } = await pageQuery(searchParams);
  const older = before && isUuid(before) ? before : undefined;
  const ask = reading(actor);
  const [list, lastGood, zone, brand] = await Promise.all([
    listBackupRows(ask, { before: older }),
    lastGoodAt(ask),
    shopZone(),
    currentBrand(),
  ]);
  const set = env.BACKUP_DIR
    ? {
        folder: path.resolve(env.BACKUP_DIR),
        keep: env.BACKUP_KEEP,
        time: quietTime,
        zone,
        encrypted: env.BACKUP_KEY !== undefined,
      }
    : null;
  const t = translator(locale, 'backups');
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader title={t('title')} lead={t('lead')} className="mb-0! pb-0!" />
      <SettingsTabs actor={actor} current="backup" locale={locale} />
      <BackupState set={set} lastGood={lastGood} now={ask.now} locale={locale} />
      <BackupList
        {...list}
        paged={older !== undefined}
        folder={set?.folder ?? null}
        brand={localText(locale, brand.name.en, brand.name.zh)}
        locale={locale}
      />
    </div>
  );
});
