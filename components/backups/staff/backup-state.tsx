import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { after, hour } from '@/lib/core/time';

import { MakeBackup } from './make-backup';
import { Command } from './command';

type Props = {
  /** Where backups lie, how many nights are kept, when they are made and whether they are encrypted; null where they are not set up. */
  set: { folder: string; keep: number; time: string; zone: string; encrypted: boolean } | null;
  lastGood: Date | null;
  now: Date;
  locale: Locale;
};

/** Whether a backup is made each night, or what is to be done for that, and when the last good one was made. */
export function BackupState({ set, lastGood, now, locale }: Props) {
  const t = translator(locale, 'backups');
  if (!set)
    return (
      <Notice tone="warning" title={t('state.off')}>
        <p>{t('state.offLead')}</p>
        <p className="mt-2">{t('state.offNow')}</p>
        <Command text="npm run admin -- backup" />
      </Notice>
    );
  const late = lastGood !== null && lastGood < after(now, -36 * hour);
  return (
    <Card className="grid gap-4">
      <Notice
        tone={late ? 'danger' : lastGood ? 'positive' : 'info'}
        title={t(late ? 'state.late' : 'state.on', { time: set.time, zone: set.zone })}
      >
        <p className="wrap-anywhere">{t('state.keeps', { nights: set.keep, folder: set.folder })}</p>
        <p>
          {lastGood ? (
            <>
              {t('state.last')} <DateTime at={lastGood} locale={locale} format="moment" />
            </>
          ) : (
            t('state.none')
          )}
        </p>
      </Notice>
      {set.encrypted ? (
        <p className="max-w-prose text-[0.9375rem]">{t('state.encrypted')}</p>
      ) : (
        <div className="max-w-prose text-[0.9375rem]">
          <p>{t('state.plain')}</p>
          <Command text="npm run admin -- backup-key" />
        </div>
      )}
      <p className="max-w-prose text-[0.9375rem] text-muted">{t('state.personal')}</p>
      <MakeBackup />
    </Card>
  );
}
