import { Star } from 'lucide-react';

import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { Owned } from '@/lib/ownership/queries/owned';

import { OrderItem } from '@/components/orders/order-item';

/** What a member owns, with the questions that wait for them. */
export function OwnedList({ owned, locale }: { owned: Owned[]; locale: Locale }) {
  return (
    <ul className="grid gap-5">
      {owned.map((each) => (
        <li key={each.id}>
          <Device owned={each} locale={locale} />
        </li>
      ))}
    </ul>
  );
}

function Device({ owned, locale }: { owned: Owned; locale: Locale }) {
  const t = translator(locale, 'orders');
  const { product, variant, unit, order, prompts, registeredAt } = owned;
  return (
    <Card as="article" className="grid gap-5">
      <OrderItem
        item={{ ...product, variant, picture: variant.images[0] ?? product.images[0] }}
        locale={locale}
        level="h2"
      />
      <div className="flex flex-wrap items-end gap-x-10 gap-y-3 border-t border-line pt-4">
        <dl>
          <dt className="text-sm text-muted">{t('owned.serial')}</dt>
          <dd className="font-mono font-semibold">{unit.serial}</dd>
        </dl>
        <p className="grid content-end text-[0.9375rem] text-muted">
          <span>{t.rich('owned.since', { time: () => <DateTime at={registeredAt} locale={locale} /> })}</span>
          {order && (
            <TextLink href={inLocale(locale, paths.order(order.number))}>
              {t('owned.order', { number: order.number })}
            </TextLink>
          )}
        </p>
        <ButtonLink href={inLocale(locale, paths.owned(owned.id))} className="sm:ms-auto">
          {t('owned.open')}
        </ButtonLink>
      </div>
      {prompts.map((prompt) => (
        <Prompt
          key={prompt.id}
          prompt={prompt}
          title={localText(locale, product.title, product.titleZh)}
          locale={locale}
        />
      ))}
    </Card>
  );
}

/** A question that an owner was asked about a device, or their answer. */
export function Prompt({ prompt, title, locale }: { prompt: Owned['prompts'][number]; title: string; locale: Locale }) {
  const t = translator(locale, 'orders');
  const { question, voice } = prompt;
  return (
    <section className="grid gap-2 rounded-lg bg-accent-soft p-4">
      <h3 className="text-sm font-semibold text-accent-ink">
        {voice ? t('owned.answered') : t('owned.asks', { product: title })}
      </h3>
      <p className="font-semibold">{localText(locale, question.text, question.textZh)}</p>
      {voice ? (
        <Answer rating={voice.rating} body={voice.body} label={t('answer.stars', { rating: voice.rating })} />
      ) : (
        <ButtonLink href={inLocale(locale, paths.owned('answer', prompt.id))} variant="primary" className="mt-1 w-fit">
          {t('owned.answer')}
        </ButtonLink>
      )}
    </section>
  );
}

/** A rating and its words. */
export function Answer({ rating, body, label }: { rating: number; body: string; label: string }) {
  return (
    <div className="grid gap-1">
      <p role="img" aria-label={label} className="flex gap-0.5 text-accent-ink">
        {[1, 2, 3, 4, 5].map((star) => (
          <Star key={star} aria-hidden className="size-4.5" fill={star <= rating ? 'currentColor' : 'none'} />
        ))}
      </p>
      <p className="break-words whitespace-pre-line">{body}</p>
    </div>
  );
}
