import type { ReactNode } from 'react';

import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { canFollow, canGoOn } from '@/lib/imports/policy';
import type { RunWhole } from '@/lib/imports/queries/runs';
import { paths } from '@/lib/paths';

import { DropFiles, GoOn, ImportNow } from './run-acts';
import { importWords } from './run-words';

type Props = { run: RunWhole; locale: Locale };

/** How a run ended, and what can be done next. */
export function RunOutcome({ run, locale }: Props) {
  const t = importWords(locale);
  const { id, state, rehearsal, failure, uploadId, rehearsedId, imports } = run;
  const [followed] = imports;
  const ended = rehearsal ? (followed ? 'rehearsalFollowed' : 'rehearsalDone') : 'importDone';
  const to = (of: string, words: string) => (
    <TextLink href={inLocale(locale, paths.staff('imports', of))}>{words}</TextLink>
  );
  const links: ReactNode[] = [
    followed && <li key="import">{to(followed.id, t('run.followed'))}</li>,
    rehearsedId && <li key="rehearsal">{to(rehearsedId, t('run.rehearsed'))}</li>,
  ].filter(Boolean);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {state === 'DONE' && (
        <Notice tone={followed ? 'info' : 'positive'} title={t(`run.${ended}`)}>
          {t(`run.${ended}Lead`)}
        </Notice>
      )}
      {state === 'STOPPED' && (
        <Notice tone="warning" title={t('run.stopped')}>
          {t(rehearsal ? 'run.stoppedRehearsal' : 'run.stoppedLead')}
        </Notice>
      )}
      {state === 'FAILED' && (
        <Notice tone="danger" title={t('run.failed')}>
          {t(`failures.${failure !== null && t.has(`failures.${failure}`) ? failure : 'failed'}`)}
        </Notice>
      )}
      {canFollow(run) && <p className="max-w-prose text-[0.9375rem]">{t('run.importLead')}</p>}
      <div className="flex flex-wrap items-start gap-3">
        {canFollow(run) && <ImportNow id={id} locale={locale} />}
        {canGoOn(run) && <GoOn id={id} />}
        {uploadId !== null && <DropFiles id={id} />}
      </div>
      {uploadId !== null && <p className="text-sm text-muted">{t('run.filesUntil')}</p>}
      {links.length > 0 && <ul className="flex flex-wrap gap-x-6 gap-y-1">{links}</ul>}
    </div>
  );
}
