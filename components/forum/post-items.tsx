'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { CircleCheck, CircleX, EyeOff, Flag, History, LinkIcon, Pencil, Undo2 } from '@/components/ui/icons';
import { MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import { toast } from '@/components/ui/toaster';
import { useViewer } from '@/components/viewer/viewer-provider';

import type { PostFacts } from './post-facts';
import { useDesk } from './thread-desk';

/** What of a post is opened over the page. */
export type Sheet = 'report' | 'hide' | 'withdraw' | 'history';

type ItemProps = { post: PostFacts; open: (sheet: Sheet) => void };
type Props = ItemProps & { accept: (on: boolean) => void; extraStaffActions?: ReactNode };

/** The rows of a post's menu, by what the reader may do. */
export function PostItems({ post, open, accept, extraStaffActions }: Props) {
  return (
    <>
      <MemberItems post={post} open={open} accept={accept} />
      <StaffItems post={post} open={open} extra={extraStaffActions} />
    </>
  );
}

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
