'use client';

import { useTranslations } from 'use-intl';

import { setBrandPictureAction } from '@/app/actions/brand';
import { ActionForm } from '@/components/forms/action-form';
import { FileButton } from '@/components/forms/file-button';
import { useFormField } from '@/components/forms/form-context';
import { FormSubmit } from '@/components/forms/form-fields';
import { BrandMark } from '@/components/shell/brand-mark';
import { Card, SectionHead } from '@/components/ui/card';
import { FieldNotes } from '@/components/ui/field';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { toast } from '@/components/ui/toaster';
import { brandPictures, type BrandPicture } from '@/lib/brand/choices/pictures';
import { neutralBrand, type Brand } from '@/lib/core/brand';
import type { Locale } from '@/lib/core/locale';

type Props = { brand: Brand & { version: number }; locale: Locale; onSaved: (saved: { version: number }) => void };

/** Logo, icon and card of the brand, each replaced as soon as another file is chosen; without scripts by its button. */
export function BrandPictures(props: Props) {
  const t = useTranslations('brand.pictures');
  return (
    <Card as="section" aria-labelledby="pictures">
      <SectionHead id="pictures" title={t('title')} lead={t('lead')} />
      <ul className="grid gap-6 lg:grid-cols-3">
        {brandPictures.map((part) => (
          <li key={part} className="grid min-w-0 content-start gap-3">
            <h3 className="font-semibold">{t(`${part}.name`)}</h3>
            <Shown part={part} path={props.brand[part]} />
            <Change part={part} {...props} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

// On the ground of both themes, since one picture stands on both.
function Shown({ part, path }: { part: BrandPicture; path: string }) {
  if (part === 'card')
    return <img src={path} alt="" className="h-24 w-full rounded-lg border border-line bg-sunken object-contain" />;
  return (
    <div className="grid h-24 grid-cols-2 overflow-hidden rounded-lg border border-line">
      <span className="flex items-center justify-center bg-[#faf6ed] text-[#825407]">
        <BrandMark mark={path} className="size-14" />
      </span>
      <span className="flex items-center justify-center bg-[#16120d] text-[#eec06a]">
        <BrandMark mark={path} className="size-14" />
      </span>
    </div>
  );
}

function Change({ part, brand, locale, onSaved }: Props & { part: BrandPicture }) {
  const t = useTranslations('brand.pictures');
  const hidden = { part, shown: `${brand.version}`, locale };
  const done = (saved: { version: number }) => {
    onSaved(saved);
    toast.success(t('saved'));
  };
  return (
    <div className="grid gap-2">
      <ActionForm action={setBrandPictureAction} hidden={hidden} onDone={done} clear className="gap-2">
        <FileInput name={t(`${part}.name`)} label={t('choose')} hint={t(`${part}.hint`)} />
        <noscript>
          <FormSubmit variant="secondary">{t('upload')}</FormSubmit>
        </noscript>
      </ActionForm>
      {brand[part] !== neutralBrand[part] && (
        <ActionForm action={setBrandPictureAction} hidden={{ ...hidden, remove: 'true' }} onDone={done}>
          <FormSubmit variant="quiet" size="sm" className="justify-self-start">
            {t('remove')}
          </FormSubmit>
        </ActionForm>
      )}
    </div>
  );
}

function FileInput({ name: what, label, hint }: { name: string; label: string; hint: string }) {
  const { id, name, error } = useFormField('picture');
  return (
    <div className="relative grid gap-2">
      <FileButton
        id={id}
        name={name}
        error={error}
        accept="image/svg+xml,image/png,image/jpeg,image/webp,image/avif"
        onChoose={({ files, form }) => files?.length && form?.requestSubmit()}
      >
        {label}
        <VisuallyHidden>: {what}</VisuallyHidden>
      </FileButton>
      <FieldNotes id={id} error={error} hint={hint} />
    </div>
  );
}
