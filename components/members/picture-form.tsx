'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { pictureTypes } from '@/components/forms/picture-types';
import { FileButton } from '@/components/forms/file-button';
import { useFormField } from '@/components/forms/form-context';
import { FormSubmit } from '@/components/forms/form-fields';
import { Avatar } from '@/components/ui/avatar';
import { Card, SectionHead } from '@/components/ui/card';
import { FieldNotes } from '@/components/ui/field';
import type { Locale } from '@/lib/core/locale';
import { removeAvatarAction, setAvatarAction } from '@/app/actions/members';

/** A member's picture: seen before it is sent, cleaned when it arrives. */
export function PictureForm({ locale, name, avatar }: { locale: Locale; name: string; avatar: string | null }) {
  const t = useTranslations('members.account');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <Card as="section">
      <SectionHead title={t('picture')} />
      <div className="flex flex-wrap items-start gap-5">
        <Avatar name={name} src={chosen?.url ?? avatar} size="xl" />
        <div className="grid min-w-0 flex-1 basis-56 gap-3">
          <ActionForm
            action={setAvatarAction}
            success={t('saved')}
            onDone={() => setChosen(null)}
            clear
            className="gap-3"
          >
            <PictureInput chosen={chosen} onChoose={setChosen} />
            {/* Without scripts nothing says that a picture was chosen: the button works all the time. */}
            <FormSubmit variant={chosen ? 'primary' : 'secondary'} className="justify-self-start">
              {t('upload')}
            </FormSubmit>
          </ActionForm>
          {avatar && (
            <ActionForm action={removeAvatarAction} hidden={{ locale }}>
              <FormSubmit variant="quiet" size="sm" className="justify-self-start">
                {t('remove')}
              </FormSubmit>
            </ActionForm>
          )}
        </div>
      </div>
    </Card>
  );
}

type Chosen = { name: string; url: string };

function PictureInput({ chosen, onChoose }: { chosen: Chosen | null; onChoose: (picture: Chosen | null) => void }) {
  const t = useTranslations('members.account');
  const { id, name, error } = useFormField('picture');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <div className="relative flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <FileButton
          id={id}
          name={name}
          error={error}
          accept={pictureTypes}
          required
          onChoose={({ files }) =>
            onChoose(files?.[0] ? { name: files[0].name, url: URL.createObjectURL(files[0]) } : null)
          }
        >
          {t('choose')}
        </FileButton>
        <span className="js-only min-w-0 truncate text-sm text-muted">{chosen?.name ?? t('noFile')}</span>
      </div>
      <FieldNotes id={id} error={error} hint={t('pictureHint')} />
    </div>
  );
}
