'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { Button } from '@/components/ui/button';
import { Send } from '@/components/ui/icons';
import { SubmitButton } from '@/components/ui/submit-button';
import { useViewer } from '@/components/viewer/viewer-provider';
import { replyAction } from '@/app/actions/forum';

import { useForgetDraft } from './draft';
import { Editor } from './editor';
import { ReplySignIn } from './reply-sign-in';
import { useDesk } from './thread-desk';

/** Where a reply is written: to the thread at its foot, or to one post in its place. */
export function ReplyBox({ parent, to }: { parent: number; to?: string }) {
  const t = useTranslations('forum');
  const { viewer } = useViewer();
  const { thread, answer, show } = useDesk();
  const forget = useForgetDraft();
  const [turn, setTurn] = useState(0);
  if (!viewer?.member || viewer.thread?.refusal) return <ReplySignIn />;
  const draftKey = `reply:${thread.number}:${parent}`;
  const label = to ? t('write.replyTo', { name: to }) : t('write.label');
  const done = ({ number }: { number: number }) => {
    forget(draftKey);
    setTurn(turn + 1);
    answer(null);
    show(number);
  };
  return (
    <ActionForm
      action={replyAction}
      hidden={{ thread: String(thread.number), parent: String(parent) }}
      onDone={done}
      className="gap-2!"
    >
      <Editor
        key={turn}
        label={label}
        placeholder={t('write.placeholder')}
        draftKey={draftKey}
        rows={to ? 3 : 5}
        autoFocus={!!to}
      />
      <div className="flex gap-2">
        <SubmitButton icon={<Send aria-hidden />}>{t('write.send')}</SubmitButton>
        {to && (
          <Button variant="quiet" onClick={() => answer(null)}>
            {t('write.cancel')}
          </Button>
        )}
      </div>
    </ActionForm>
  );
}
