'use client';

import { ShoppingBag } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { addToCartAction } from '@/app/actions/cart';
import { postJson } from '@/components/ask-server';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { BackInStock } from '@/components/stock/back-in-stock';
import { TextLink } from '@/components/ui/link';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Locale } from '@/lib/core/locale';
import { api, inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

type Props = { variantId: string; /** Whether any is left. */ open: boolean; locale: Locale };
type Said = { done: true } | { done: false; code: string; values?: Record<string, number> };

const known = ['not-sold', 'shop-sold-out', 'cart-full', 'most-pieces', 'rate-limited'] as const;

/** Puts a variant into the cart by the fast endpoint, and stays on the page; without scripts it posts a form that leads to the cart. */
export function AddToCart({ variantId, open, locale }: Props) {
  const t = useTranslations('cart');
  const errors = useTranslations('errors');
  const { refresh } = useViewer();
  const [said, setSaid] = useState<Said | null>(null);
  const [pending, setPending] = useState(false);
  if (!open)
    return (
      <div className="mt-6 grid gap-3">
        <p className="text-subheading">{t('soldOut')}</p>
        <BackInStock variantId={variantId} locale={locale} />
      </div>
    );

  async function add(event: React.FormEvent): Promise<void> {
    event.preventDefault();
    event.stopPropagation();
    if (pending) return;
    setPending(true);
    const answered = await postJson<{ error?: string; values?: Record<string, number> }>(api('cart'), {
      ...{ variantId, quantity: 1, add: true },
    });
    setPending(false);
    if (answered?.ok) void refresh();
    const { error = 'failed', values } = answered?.body ?? { error: 'unreachable' };
    setSaid(answered?.ok ? { done: true } : { done: false, code: error, values });
  }

  const problem = said && !said.done ? (known.find((code) => code === said.code) ?? null) : null;
  return (
    <div className="mt-6 grid gap-3" onSubmitCapture={(event) => void add(event)}>
      <ActionForm action={addToCartAction} hidden={{ variantId, quantity: '1', locale }}>
        <FormSubmit size="lg" block icon={<ShoppingBag aria-hidden />} pending={pending}>
          {t('add')}
        </FormSubmit>
      </ActionForm>
      <p role="status" className="empty:hidden">
        {said?.done && (
          <>
            {t('added')} <TextLink href={inLocale(locale, paths.cart())}>{t('see')}</TextLink>
          </>
        )}
        {said && !said.done && (
          <span className="text-danger">
            {problem
              ? errors(problem, said.values as never)
              : errors(said.code === 'unreachable' ? 'unreachable' : 'failed')}
          </span>
        )}
      </p>
    </div>
  );
}
