'use client';

import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { IconButton } from '@/components/ui/button';
import { Ellipsis } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import { onDemand } from '@/components/ui/on-demand';

import type { PostFacts } from './post-facts';
import type { Sheet } from './post-items';
import { useAccept } from './use-accept';

const items = onDemand(() => import('./post-items'));

const HideDialog = lazy(() => import('@/components/moderation/hide-dialog').then((it) => ({ default: it.HideDialog })));
const ReportDialog = lazy(() =>
  import('@/components/moderation/report-dialog').then((it) => ({ default: it.ReportDialog })),
);
const HistoryDialog = lazy(() => import('./history-dialog').then((it) => ({ default: it.HistoryDialog })));
const WithdrawDialog = lazy(() => import('./withdraw-dialog').then((it) => ({ default: it.WithdrawDialog })));

/** Everything that can be done with a post, by what the reader may do. */
export function PostMenu({ post, extraStaffActions }: { post: PostFacts; extraStaffActions?: ReactNode }) {
  const t = useTranslations('forum');
  const accept = useAccept(post.id);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const close = () => setSheet(null);
  return (
    <>
      <Menu
        align="start"
        label={t('act.more')}
        trigger={
          <IconButton size="sm" label={t('act.more')}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
        needs={items}
      >
        {({ PostItems }) => (
          <PostItems post={post} open={setSheet} accept={accept} extraStaffActions={extraStaffActions} />
        )}
      </Menu>
      <Suspense>
        {sheet === 'report' && <ReportDialog post={post.id} onClose={close} />}
        {sheet === 'hide' && <HideDialog post={post.id} onClose={close} />}
        {sheet === 'withdraw' && <WithdrawDialog post={post} onClose={close} />}
        {sheet === 'history' && <HistoryDialog id={post.id} onClose={close} />}
      </Suspense>
    </>
  );
}
