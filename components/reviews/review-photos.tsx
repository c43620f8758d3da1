'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { FileButton } from '@/components/forms/file-button';
import { pictureTypes } from '@/components/forms/picture-types';
import { useFormField } from '@/components/forms/form-context';
import { FieldNotes } from '@/components/ui/field';
import { reviewMost } from '@/lib/reviews/choices/rules';

/** The photos of a review: those that stay, and others to bring. */
export function ReviewPhotos({ kept }: { kept: { fileId: string; path: string }[] }) {
  const t = useTranslations('reviews.form');
  const { id, name, error } = useFormField('photos');
  const [chosen, setChosen] = useState(0);
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1.5 text-[0.9375rem] font-semibold">{t('photos')}</legend>
      {kept.length > 0 && (
        <ul className="flex flex-wrap gap-4">
          {kept.map(({ fileId, path }, at) => (
            <li key={fileId}>
              <label className="grid cursor-pointer justify-items-center gap-2">
                <img src={path} alt="" className="size-24 rounded-lg object-cover ring-1 ring-line" />
                <span className="flex items-center gap-2 text-sm">
                  <input type="checkbox" name="keep" value={fileId} defaultChecked className="size-5" />
                  {t('keepPhoto', { number: at + 1 })}
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <div className="relative flex flex-wrap items-center gap-x-4 gap-y-2">
        <FileButton
          id={id}
          name={name}
          error={error}
          accept={pictureTypes}
          multiple
          onChoose={({ files }) => setChosen(files?.length ?? 0)}
        >
          {t('choosePhotos')}
        </FileButton>
        <span aria-live="polite" className="js-only text-sm text-muted">
          {chosen > 0 && t('chosen', { count: chosen })}
        </span>
      </div>
      <FieldNotes id={id} error={error} hint={t('photosHint', { most: reviewMost.photos })} />
    </fieldset>
  );
}
