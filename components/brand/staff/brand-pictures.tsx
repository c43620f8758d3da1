'use client';

import type { CSSProperties } from 'react';
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
import { textColours, themes } from '@/lib/core/brand-colours';
import type { Locale } from '@/lib/core/locale';
import type { Problem } from '@/lib/web/outcome';

type Props = {
  brand: Brand & { version: number };
  locale: Locale;
  onSaved: (saved: { version: number }) => void;
  onRefused: (problem: Problem) => void;
};

/** Logos, icon and card of the brand, each replaced as soon as another file is chosen; without scripts by its button. */
export function BrandPictures(props: Props) {
  const t = useTranslations('brand.pictures');
  return (
    <Card as="section" aria-labelledby="pictures">
      <SectionHead id="pictures" title={t('title')} lead={t('lead')} />
      <ul className="grid gap-6 sm:grid-cols-2 xl:grid-cols-4">
        {brandPictures.map((part) => (
          <li key={part} className="grid min-w-0 content-start gap-3">
            <h3 className="font-semibold">{t(`${part}.name`)}</h3>
            <Shown part={part} brand={props.brand} />
            <Change part={part} {...props} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

// On the grounds on which it is seen: the second logo on that of dark pages, the first there too while there is no second.
function Shown({ part, brand }: { part: BrandPicture; brand: Brand }) {
  const { card, mark, markDark, colour } = brand;
  if (part === 'card')
    return <img src={card} alt="" className="h-24 w-full rounded-lg border border-line bg-sunken object-contain" />;
  const path = part === 'markDark' ? (markDark ?? mark) : brand[part];
  const seen = part === 'markDark' ? (['dark'] as const) : part === 'mark' && markDark ? (['light'] as const) : themes;
  return (
    <div className="flex h-24 overflow-hidden rounded-lg border border-line">
      {seen.map((theme) => (
        <span
          key={theme}
          style={{ background: colour.paper[theme], '--art-line': textColours[theme].ink } as CSSProperties}
          className="flex flex-1 items-center justify-center"
        >
          <BrandMark mark={path} markDark={null} className="size-14" />
        </span>
      ))}
    </div>
  );
}

function Change({ part, brand, locale, onSaved, onRefused }: Props & { part: BrandPicture }) {
  const t = useTranslations('brand.pictures');
  const hidden = { part, shown: `${brand.version}`, locale };
  const done = (saved: { version: number }) => {
    onSaved(saved);
    toast.success(t('saved'));
  };
  return (
    <div className="grid gap-2">
      <ActionForm
        action={setBrandPictureAction}
        hidden={hidden}
        onDone={done}
        onRefused={onRefused}
        clear
        className="gap-2"
      >
        <FileInput name={t(`${part}.name`)} label={t('choose')} hint={t(`${part}.hint`)} />
        <noscript>
          <FormSubmit variant="secondary">{t('upload')}</FormSubmit>
        </noscript>
      </ActionForm>
      {brand[part] !== neutralBrand[part] && (
        <ActionForm
          action={setBrandPictureAction}
          hidden={{ ...hidden, remove: 'true' }}
          onDone={done}
          onRefused={onRefused}
        >
          <FormSubmit variant="quiet" size="sm" className="justify-self-start">
            {t(part === 'markDark' ? 'removeDark' : 'remove')}
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
