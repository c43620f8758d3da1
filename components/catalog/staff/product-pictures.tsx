'use client';

import { useTranslations } from 'use-intl';

import { editPicturesAction } from '@/app/actions/catalog';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { buttonLook } from '@/components/ui/button-look';
import { Card, SectionHead } from '@/components/ui/card';
import { ArrowDown, ArrowUp, Trash2 } from '@/components/ui/icons';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

import { AddPictures } from './add-pictures';

type Picture = {
  id: string;
  path: string | null;
  alt: string;
  altZh: string;
  variantId: string | null;
  state: 'READY' | 'PENDING' | 'FAILED';
};
type Variant = { value: string; label: string };
type Props = { productId: string; version: number; pictures: Picture[]; variants: Variant[] };

/** The pictures of a product in their order, with what they show and of which variant they are. Each button saves the texts too. */
export function ProductPictures({ productId, version, pictures, variants }: Props) {
  const t = useTranslations('catalog.pictures');
  return (
    <Card as="section" aria-labelledby="pictures">
      <SectionHead id="pictures" title={t('title')} lead={t('lead')} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {pictures.length > 0 && (
          <ActionForm
            action={editPicturesAction}
            hidden={{ productId, shown: String(version) }}
            success={t('saved')}
            className="gap-5"
          >
            {/* Enter in a field presses the first button of a form: it saves. */}
            <button type="submit" className="sr-only" tabIndex={-1} aria-hidden />
            <ol className="divide-y divide-line">
              {pictures.map((picture, at) => (
                <PictureRow key={picture.id} picture={picture} at={at} count={pictures.length} variants={variants} />
              ))}
            </ol>
            <FormSubmit className="justify-self-start">{t('save')}</FormSubmit>
          </ActionForm>
        )}
        <AddPictures productId={productId} />
      </div>
    </Card>
  );
}

type RowProps = { picture: Picture; at: number; count: number; variants: Variant[] };

function PictureRow({ picture: { id, path, alt, altZh, variantId, state }, at, count, variants }: RowProps) {
  const t = useTranslations('catalog.pictures');
  const number = at + 1;
  return (
    <li className="grid gap-4 py-5 first:pt-0 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <input type="hidden" name="picture" value={id} />
      <div className="grid content-start gap-2 max-sm:grid-cols-[6rem_minmax(0,1fr)]">
        <div className="aspect-square overflow-hidden rounded-lg bg-sunken">
          {path ? (
            <img src={path} alt={alt} className="size-full object-contain" loading="lazy" width={144} height={144} />
          ) : (
            <p className="p-3 text-sm text-muted">{t(`states.${state}`)}</p>
          )}
        </div>
        <div className="flex flex-wrap content-start gap-1 sm:justify-between">
          <Press act={`up:${id}`} words={t('up', { number })} icon={ArrowUp} disabled={at === 0} />
          <Press act={`down:${id}`} words={t('down', { number })} icon={ArrowDown} disabled={number === count} />
          <Delete id={id} number={number} />
        </div>
      </div>
      <div className="grid content-start gap-4 xl:grid-cols-2">
        <FormText name={`alt.${id}`} label={t('alt')} initial={alt} maxLength={300} lang="en" />
        <FormText name={`altZh.${id}`} label={t('altZh')} initial={altZh} maxLength={300} lang="zh-CN" />
        {variants.length > 1 && (
          <FormSelect
            name={`variant.${id}`}
            label={t('variant')}
            initial={variantId ?? ''}
            blank={t('everyVariant')}
            options={variants}
          />
        )}
        {variants.length <= 1 && variantId && <input type="hidden" name={`variant.${id}`} value={variantId} />}
      </div>
    </li>
  );
}

// One press by mistake deletes nothing: the button stands within.
function Delete({ id, number }: { id: string; number: number }) {
  const t = useTranslations('catalog.pictures');
  return (
    <details className="group open:basis-full">
      <summary
        title={t('deleteAsk', { number })}
        className={buttonLook('quiet', 'sm', 'w-fit cursor-pointer list-none group-open:bg-sunken')}
      >
        <Trash2 aria-hidden className="size-4.5" />
        <VisuallyHidden>{t('deleteAsk', { number })}</VisuallyHidden>
      </summary>
      <p className="my-2 text-sm text-muted">{t('deleteLead')}</p>
      <FormSubmit name="act" value={`delete:${id}`} size="sm" variant="danger">
        {t('delete', { number })}
      </FormSubmit>
    </details>
  );
}

type PressProps = { act: string; words: string; icon: typeof ArrowUp; disabled?: boolean };

function Press({ act, words, icon: Icon, disabled }: PressProps) {
  return (
    <FormSubmit name="act" value={act} size="sm" variant="quiet" disabled={disabled} title={words}>
      <Icon aria-hidden className="size-4.5" />
      <VisuallyHidden>{words}</VisuallyHidden>
    </FormSubmit>
  );
}
