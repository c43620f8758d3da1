'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toaster';
import { useViewer } from '@/components/viewer/viewer-provider';
import { withdrawPostAction } from '@/app/actions/forum';

import { forumPaths } from './forum-paths';
import { useDesk } from './thread-desk';

/** Asks before a member's own words go. */
export function WithdrawDialog({ post, onClose }: { post: { id: string; number: number }; onClose: () => void }) {
  const t = useTranslations('forum');
  const router = useRouter();
  const { locale, inner } = useDesk();
  const stays = useViewer().viewer?.thread?.othersReplied && post.number === 1;
  const done = ({ wholeThread, board }: { wholeThread: boolean; board: string }) => {
    toast.success(t('withdraw.done'));
    onClose();
    if (wholeThread) router.push(forumPaths(locale, inner).board(board));
  };
  return (
    <Dialog
      open
      title={t(stays ? 'withdraw.staysTitle' : 'withdraw.title')}
      onOpenChange={(open) => !open && onClose()}
    >
      {stays ? (
        <p>{t('withdraw.answered')}</p>
      ) : (
        <ActionForm action={withdrawPostAction} hidden={{ post: post.id }} onDone={done}>
          <p>{t(post.number === 1 ? 'withdraw.bodyThread' : 'withdraw.body')}</p>
          <SubmitButton variant="danger">{t('withdraw.yes')}</SubmitButton>
        </ActionForm>
      )}
    </Dialog>
  );
}
