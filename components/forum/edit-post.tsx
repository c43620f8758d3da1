'use client';

import { use, useCallback, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { getJson } from '@/components/ask-server';
import { ActionForm } from '@/components/forms/action-form';
import { FormContext } from '@/components/forms/form-context';
import { FormText } from '@/components/forms/form-fields';
import { Button } from '@/components/ui/button';
import { SkeletonLines } from '@/components/ui/skeleton';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toaster';
import { useOnce } from '@/components/ui/use-once';
import { api } from '@/lib/core/paths';
import { editPostAction } from '@/app/actions/forum';
import type { PostSource } from '@/lib/forum/queries';
import { titleLength } from '@/lib/core/lengths';

import { useForgetDraft } from './draft';
import { Editor } from './editor';
import { KeptText } from './kept-text';
import { useDesk } from './thread-desk';

/**
 * Changes a post in its place. Staff who change another's words are asked why. When somebody else was quicker, both texts
 * stand there, and saving once more or taking theirs is a choice.
 */
export function EditPost({ id, number }: { id: string; number: number }) {
  const t = useTranslations('forum');
  const { edit } = useDesk();
  const forget = useForgetDraft();
  const { source, newer, readNewer, takeNewer } = useSource(id);
  if (!source) return <SkeletonLines lines={3} />;
  const draftKey = `edit:${id}`;
  const base = (newer ?? source).version;
  const close = () => {
    forget(draftKey);
    edit(null);
  };
  const done = ({ changed }: { changed: boolean }) => {
    close();
    toast.success(t(changed ? 'edit.saved' : 'edit.same'));
  };
  const take = () => {
    forget(draftKey);
    takeNewer();
  };
  return (
    <ActionForm
      key={source.version}
      action={editPostAction}
      hidden={{ post: id, base }}
      onDone={done}
      className="mt-2 gap-3!"
    >
      <Refusals onConflict={readNewer} />
      {newer && (
        <KeptText
          label={t('edit.newer')}
          words={newer.title === null ? newer.markdown : `${newer.title}\n\n${newer.markdown}`}
          action={t('edit.takeNewer')}
          onUse={take}
        />
      )}
      {number === 1 && source.title !== null && (
        <FormText
          name="title"
          label={t('edit.threadTitle')}
          initial={source.title}
          maxLength={titleLength.most}
          required
        />
      )}
      <Editor label={t('edit.body')} draftKey={draftKey} initial={source.markdown} base={base} />
      {!source.own && (
        <FormText name="reason" label={t('edit.reason')} hint={t('edit.reasonHint')} maxLength={500} required />
      )}
      <div className="flex gap-2">
        <SubmitButton>{t(newer ? 'edit.saveMine' : 'edit.save')}</SubmitButton>
        <Button variant="quiet" onClick={close}>
          {t('write.cancel')}
        </Button>
      </div>
    </ActionForm>
  );
}

// The words from which the edit began, and those that stand there now when they are others.
function useSource(id: string) {
  const t = useTranslations('forum');
  const { edit } = useDesk();
  const [source, setSource] = useState<PostSource | null>(null);
  const [newer, setNewer] = useState<PostSource | null>(null);
  const read = useCallback(
    async (set: (found: PostSource) => void) => {
      const found = await getJson<PostSource>(api('posts', id, 'source'));
      if (found) return set(found);
      toast.error(t('edit.failed'));
      edit(null);
    },
    [id, edit, t],
  );
  // A page that is shown again keeps the words that are being changed.
  useEffect(() => void read((found) => setSource((before) => before ?? found)), [read]);
  const takeNewer = () => {
    setSource(newer);
    setNewer(null);
  };
  return { source, newer, readNewer: () => void read(setNewer), takeNewer };
}

function Refusals({ onConflict }: { onConflict: () => void }) {
  const { outcome } = use(FormContext);
  useOnce(outcome, (after) => {
    if (after.status === 'refused' && after.problem.code === 'post-changed') onConflict();
  });
  return null;
}
