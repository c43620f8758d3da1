'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { useFormField } from '@/components/forms/form-context';
import { FormSubmit } from '@/components/forms/form-fields';
import { Avatar } from '@/components/ui/avatar';
import { buttonLook } from '@/components/ui/button-look';
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
        <input
          id={id}
          name={name}
          type="file"
          accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
          required
          aria-describedby={`${error ? `${id}-error ` : ''}${id}-hint`}
          aria-invalid={error ? true : undefined}
          onChange={({ target: { files } }) =>
            onChoose(files?.[0] ? { name: files[0].name, url: URL.createObjectURL(files[0]) } : null)
          }
          className="peer sr-only noscript:not-sr-only noscript:w-full file:me-3 file:cursor-pointer file:rounded-lg file:border file:border-line-strong file:bg-raised file:px-4 file:py-2 file:font-semibold"
        />
        {/* The browser's own button speaks the browser's language; without scripts it is the one that names the file. */}
        <label
          htmlFor={id}
          className={buttonLook(
            'secondary',
            'md',
            'js-only cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-focus',
          )}
        >
          {t('choose')}
        </label>
        <span className="js-only min-w-0 truncate text-sm text-muted">{chosen?.name ?? t('noFile')}</span>
      </div>
      <FieldNotes id={id} error={error} hint={t('pictureHint')} />
    </div>
  );
}
