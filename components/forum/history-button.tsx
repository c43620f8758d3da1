'use client';

import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';

const HistoryDialog = lazy(() => import('./history-dialog').then((it) => ({ default: it.HistoryDialog })));

/** "edited", which shows what changed. */
export function HistoryButton({ id }: { id: string }) {
  const t = useTranslations('forum');
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        title={t('thread.seeHistory')}
        onClick={() => setOpen(true)}
        className="js-only underline decoration-dotted underline-offset-4 hover:text-ink"
      >
        {t('thread.edited')}
      </button>
      <Suspense>{open && <HistoryDialog id={id} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
