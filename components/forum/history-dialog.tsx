'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { getJson } from '@/components/ask-server';
import { DateTime } from '@/components/ui/date-time';
import { Dialog } from '@/components/ui/dialog';
import { SkeletonLines } from '@/components/ui/skeleton';
import { api } from '@/lib/core/paths';
import type { Version } from '@/lib/forum/queries';

import { HistoryVersion } from './history-version';
import { useDesk } from './thread-desk';

type SentVersion = Omit<Version, 'at'> & { at: string };

/** Every version of a post, newest first. */
export function HistoryDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('forum');
  const { locale } = useDesk();
  const [versions, setVersions] = useState<SentVersion[] | 'failed' | null>(null);
  useEffect(() => {
    void getJson<{ versions: SentVersion[] }>(api('posts', id, 'history')).then((answer) =>
      setVersions(answer?.versions ?? 'failed'),
    );
  }, [id]);
  return (
    <Dialog open wide title={t('history.title')} onOpenChange={(open) => !open && onClose()}>
      {versions === null && <SkeletonLines lines={4} />}
      {versions === 'failed' && (
        <p role="alert" className="text-danger">
          {t('history.failed')}
        </p>
      )}
      {Array.isArray(versions) && (
        <ol className="grid gap-5">
          {versions.map((version, at) => (
            <li key={version.at + at} className="border-s-2 border-line-strong ps-4">
              <p className="mb-1.5 text-sm text-muted">
                <span className="font-semibold text-ink">
                  {at === 0 ? (
                    t('history.now')
                  ) : at === versions.length - 1 ? (
                    t('history.first')
                  ) : (
                    <DateTime at={version.at} locale={locale} format="moment" />
                  )}
                </span>
                {' · '}
                {t(version.staff ? 'history.byStaff' : 'history.by', { name: version.by })}
                {(at === 0 || at === versions.length - 1) && (
                  <>
                    {' '}
                    · <DateTime at={version.at} locale={locale} format="moment" />
                  </>
                )}
              </p>
              <HistoryVersion html={version.html} before={versions[at + 1]?.html} />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
