'use client';

import { useState, type ClipboardEvent, type DragEvent } from 'react';
import { useTranslations } from 'use-intl';

import { addPicturesAction } from '@/app/actions/catalog';
import { ActionForm } from '@/components/forms/action-form';
import { pictureTypes } from '@/components/forms/picture-types';
import { FileButton } from '@/components/forms/file-button';
import { useFormField } from '@/components/forms/form-context';
import { FormSubmit } from '@/components/forms/form-fields';
import { cx } from '@/components/ui/cx';
import { FieldNotes } from '@/components/ui/field';
import { pictureMost } from '@/lib/catalog/choices/picture-most';

/** Brings pictures of a product: chosen, dropped or pasted, they are sent at once; without scripts by the button. */
export function AddPictures({ productId }: { productId: string }) {
  const t = useTranslations('catalog.pictures');
  return (
    <ActionForm action={addPicturesAction} hidden={{ productId }} success={t('added')} clear className="gap-3">
      <PicturesInput />
      <noscript>
        <FormSubmit variant="secondary">{t('add')}</FormSubmit>
      </noscript>
    </ActionForm>
  );
}

function PicturesInput() {
  const t = useTranslations('catalog.pictures');
  const { id, name, error } = useFormField('pictures');
  const [over, setOver] = useState(false);
  const give = (event: DragEvent | ClipboardEvent, files: FileList) => {
    const input = document.getElementById(id) as HTMLInputElement | null;
    if (files.length === 0 || !input) return;
    event.preventDefault();
    input.files = files;
    input.form?.requestSubmit();
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    give(event, event.dataTransfer.files);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={(event) => give(event, event.clipboardData.files)}
      className={cx(
        'grid gap-3 rounded-xl border border-dashed p-5',
        over ? 'border-accent bg-hover' : 'border-line-strong',
      )}
    >
      <div className="relative flex flex-wrap items-center gap-x-4 gap-y-2">
        <FileButton
          id={id}
          name={name}
          error={error}
          accept={pictureTypes}
          multiple
          onChoose={({ files, form }) => files?.length && form?.requestSubmit()}
        >
          {t('choose')}
        </FileButton>
        <span className="js-only text-muted">{t('orDrop')}</span>
      </div>
      <FieldNotes id={id} error={error} hint={t('hint', { most: pictureMost.pictures, atOnce: pictureMost.atOnce })} />
    </div>
  );
}
