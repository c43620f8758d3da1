'use client';

import { Tag, X } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { buyLabelAction, cancelLabelAction } from '@/app/actions/orders';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormSubmit } from '@/components/forms/form-fields';
import { PdfLink } from '@/components/ui/pdf-link';

/** The label that waits to be put on an order's parcel; `href` leads to its PDF. */
export type OpenLabel = {
  id: string;
  state: 'ASKED' | 'BOUGHT' | 'CANCELLING';
  choice: string;
  service: string;
  tracking: string;
  href: string;
};
type Props = { number: string; label: OpenLabel | null; choices: { value: string; label: string }[] };

/** Gets the label of what an order still has to be sent, prints it, or gives it back. */
export function LabelForms({ number, label, choices }: Props) {
  const t = useTranslations('orders.staff.label');
  if (!label && choices.length === 0) return null;
  return (
    <section className="grid gap-4 border-b border-line pb-6">
      <h3 className="font-semibold">{t('title')}</h3>
      {label ? <Waiting number={number} label={label} /> : <Buy number={number} choices={choices} />}
    </section>
  );
}

function Buy({ number, choices }: Omit<Props, 'label'>) {
  const t = useTranslations('orders.staff.label');
  return (
    <ActionForm action={buyLabelAction} hidden={{ number }} className="gap-4" success={t('bought')}>
      <p className="text-sm text-muted">{t('body')}</p>
      <FormSelect name="choice" label={t('service')} options={choices} initial={choices[0]?.value} />
      <FormSubmit variant="secondary" icon={<Tag aria-hidden />}>
        {t('buy')}
      </FormSubmit>
    </ActionForm>
  );
}

function Waiting({ number, label }: { number: string; label: OpenLabel }) {
  const t = useTranslations('orders.staff.label');
  const { id, state, choice, service, tracking, href } = label;
  return (
    <>
      <p className="break-words">
        {service} {tracking && <span className="font-mono break-all">{tracking}</span>}
      </p>
      {state === 'BOUGHT' && <PdfLink href={href}>{t('print')}</PdfLink>}
      {state === 'ASKED' && (
        <ActionForm action={buyLabelAction} hidden={{ number, choice }} className="gap-3" success={t('bought')}>
          <p className="text-sm text-muted">{t('asked')}</p>
          <FormSubmit variant="secondary">{t('buy')}</FormSubmit>
        </ActionForm>
      )}
      <ActionForm
        action={cancelLabelAction}
        hidden={{ number, labelId: id }}
        className="gap-3"
        success={t('cancelled')}
      >
        {state === 'CANCELLING' && <p className="text-sm text-muted">{t('cancelling')}</p>}
        <FormSubmit variant="quiet" icon={<X aria-hidden />} className="justify-self-start">
          {t('cancel')}
        </FormSubmit>
      </ActionForm>
    </>
  );
}
