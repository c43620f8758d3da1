'use client';

import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { IconButton } from '@/components/ui/button';
import { CircleCheck, CircleX, Ellipsis, EyeOff, Flag, History, LinkIcon, Pencil, Undo2 } from '@/components/ui/icons';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import { toast } from '@/components/ui/toaster';
import { useViewer } from '@/components/viewer/viewer-provider';

import type { PostFacts } from './post-facts';
import { useAccept } from './use-accept';
import { useDesk } from './thread-desk';

const HideDialog = lazy(() => import('@/components/moderation/hide-dialog').then((it) => ({ default: it.HideDialog })));
const ReportDialog = lazy(() =>
  import('@/components/moderation/report-dialog').then((it) => ({ default: it.ReportDialog })),
);
const HistoryDialog = lazy(() => import('./history-dialog').then((it) => ({ default: it.HistoryDialog })));
const WithdrawDialog = lazy(() => import('./withdraw-dialog').then((it) => ({ default: it.WithdrawDialog })));

type Sheet = 'report' | 'hide' | 'withdraw' | 'history';

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
      >
        <MemberItems post={post} open={setSheet} accept={accept} />
        <StaffItems post={post} open={setSheet} extra={extraStaffActions} />
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

type ItemProps = { post: PostFacts; open: (sheet: Sheet) => void };

function MemberItems({ post, open, accept }: ItemProps & { accept: (on: boolean) => void }) {
  const t = useTranslations('forum');
  const { member, thread: own } = useViewer().viewer ?? {};
  const { thread, accepted, edit } = useDesk();
  const mine = member?.handle === post.author.handle;
  return (
    <>
      {own?.canAccept && thread.question && post.number > 1 && (
        <MenuItem
          icon={accepted === post.id ? <CircleX aria-hidden /> : <CircleCheck aria-hidden />}
          onSelect={() => accept(accepted !== post.id)}
        >
          {t(accepted === post.id ? 'act.unaccept' : 'act.accept')}
        </MenuItem>
      )}
      {mine && (
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => edit(post.id)}>
          {t('act.edit')}
        </MenuItem>
      )}
      <MenuItem icon={<LinkIcon aria-hidden />} onSelect={() => void copyLink(post.number, t('act.linkCopied'))}>
        {t('act.copyLink')}
      </MenuItem>
      {post.edited && (
        <MenuItem icon={<History aria-hidden />} onSelect={() => open('history')}>
          {t('act.history')}
        </MenuItem>
      )}
      {mine && (
        <MenuItem danger icon={<Undo2 aria-hidden />} onSelect={() => open('withdraw')}>
          {t('act.withdraw')}
        </MenuItem>
      )}
      {member?.confirmed && !mine && (
        <MenuItem icon={<Flag aria-hidden />} onSelect={() => open('report')}>
          {t('act.report')}
        </MenuItem>
      )}
    </>
  );
}

function StaffItems({ post, open, extra }: ItemProps & { extra?: ReactNode }) {
  const t = useTranslations('forum');
  const { member, thread: own } = useViewer().viewer ?? {};
  const { edit } = useDesk();
  if (!member || !member.staff || !(own?.canModerate || own?.canHide || extra)) return null;
  return (
    <>
      <MenuSeparator />
      <MenuLabel>{t('act.staff')}</MenuLabel>
      {own?.canModerate && member.handle !== post.author.handle && (
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => edit(post.id)}>
          {t('act.edit')}
        </MenuItem>
      )}
      {own?.canHide && (
        <MenuItem danger icon={<EyeOff aria-hidden />} onSelect={() => open('hide')}>
          {t('act.hide')}
        </MenuItem>
      )}
      {extra}
    </>
  );
}

async function copyLink(number: number, words: string): Promise<void> {
  await navigator.clipboard.writeText(`${window.location.href.split('#')[0]}#post-${number}`);
  toast.success(words);
}
