'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { getJson } from '@/components/ask-server';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { Button } from '@/components/ui/button';
import { SkeletonLines } from '@/components/ui/skeleton';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toaster';
import { api } from '@/lib/core/paths';
import { editPostAction } from '@/lib/forum/actions';
import type { PostSource } from '@/lib/forum/queries';
import { titleLength } from '@/lib/forum/schema';

import { forgetDraft } from './draft';
import { Editor } from './editor';
import { useDesk } from './thread-desk';

/** Changes a post in its place. Staff who change another's words are asked why. */
export function EditPost({ id, number }: { id: string; number: number }) {
  const t = useTranslations('forum');
  const { edit } = useDesk();
  const [source, setSource] = useState<PostSource | null>(null);
  useEffect(() => {
    void getJson<PostSource>(api('posts', id, 'source')).then((found) => {
      if (found) return setSource(found);
      toast.error(t('edit.failed'));
      edit(null);
    });
  }, [id, edit, t]);
  if (!source) return <SkeletonLines lines={3} />;
  const draftKey = `edit:${id}`;
  const close = () => {
    forgetDraft(draftKey);
    edit(null);
  };
  const done = () => {
    close();
    toast.success(t('edit.saved'));
  };
  return (
    <ActionForm action={editPostAction} hidden={{ post: id, base: source.version }} onDone={done} className="mt-2 gap-3!">
      {number === 1 && source.title !== null && <FormText name="title" label={t('edit.threadTitle')} initial={source.title} maxLength={titleLength.most} required />}
      <Editor label={t('edit.body')} draftKey={draftKey} initial={source.markdown} />
      {!source.own && <FormText name="reason" label={t('edit.reason')} hint={t('edit.reasonHint')} maxLength={500} required />}
      <div className="flex gap-2">
        <SubmitButton>{t('edit.save')}</SubmitButton>
        <Button variant="quiet" onClick={close}>{t('write.cancel')}</Button>
      </div>
    </ActionForm>
  );
}

