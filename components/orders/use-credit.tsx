'use client';

import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { Checkbox } from '@/components/ui/choice';

/** What a checkout may spend besides other money: in all in minor units, and each as it is written; a card by its last four signs. */
export type CheckoutCredit = { minor: number; own: string | null; card: { lastFour: string; balance: string } | null };

type Props = { credit: CheckoutCredit; onUse: (uses: boolean) => void };

/** Whether store credit and a gift card pay as far as they go. It is ticked at first: who has a balance came to spend it, and sees it on the bill. */
export function UseCredit({ credit: { minor, own, card }, onUse }: Props) {
  const t = useTranslations('orders.credit');
  const { id, error } = useFormField('useCredit');
  const parts = [
    ...(card ? [t('card', { lastFour: card.lastFour, balance: card.balance })] : []),
    ...(own ? [t('own', { balance: own })] : []),
  ];
  return (
    <div className="border-t border-line pt-4">
      <Checkbox
        id={id}
        name="useCredit"
        defaultChecked
        label={t(card && own ? 'useBoth' : card ? 'useCard' : 'useOwn')}
        hint={parts.join(' · ')}
        error={error}
        onChange={(event) => onUse(event.currentTarget.checked)}
      />
      <input type="hidden" name="shownCredit" value={minor} />
    </div>
  );
}
