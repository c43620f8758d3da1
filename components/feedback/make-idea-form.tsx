'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { makeIdeaAction } from '@/app/actions/feedback';

type Props = {
  postId: string;
  opening: boolean;
  name: string;
  product?: string;
  products: { value: string; label: string }[];
};

/** Makes an idea of a post. The page around it then shows the idea. */
export function MakeIdeaForm({ postId, opening, name, product, products }: Props) {
  const t = useTranslations('feedback');
  return (
    <ActionForm action={makeIdeaAction} hidden={{ postId }}>
      <FormSelect
        name="productId"
        label={t('make.product')}
        options={products}
        blank={t('make.choose')}
        initial={product}
        required
      />
      <FormSelect
        name="kind"
        initial="IDEA"
        label={t('make.kind')}
        options={[
          { value: 'IDEA', label: t('ideaKind.IDEA') },
          { value: 'REPORT', label: t('ideaKind.REPORT') },
        ]}
      />
      {!opening && (
        <FormText name="title" maxLength={140} required label={t('make.title')} hint={t('make.titleHint', { name })} />
      )}
      <FormSubmit className="justify-self-start">{t('make.submit')}</FormSubmit>
    </ActionForm>
  );
}
