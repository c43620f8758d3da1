import { OrderItem, type Item } from '@/components/orders/order-item';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { mostCartPieces } from '@/lib/cart/schema';
import type { CartLineView } from '@/lib/cart/queries';
import type { Together } from '@/lib/cart/choices/together';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { inLocale } from '@/lib/core/paths';
import type { CartDiscounts } from '@/lib/discounts/queries';
import { titleOf } from '@/lib/orders/schema';
import { findOrderPath } from '@/lib/orders/choices/order-paths';
import { paths } from '@/lib/paths';
import { homeCurrency } from '@/lib/web/brand';

import { CartCode } from './cart-code';
import { CartGiftCard } from './cart-gift-card';
import { CartQuantity } from './cart-line';
import { CartSum } from './cart-sum';
import { codeWords } from './code-words';

/** A cart's line as a row, by the names, the picture and the price of now. */
export function asCartItem({ goods, quantity }: CartLineView): Item {
  const { product, images, title, titleZh, priceMinor, currency } = goods;
  return {
    ...{ handle: product.handle, title: product.title, titleZh: product.titleZh, variant: { title, titleZh } },
    ...{ picture: images[0] ?? product.images[0], priceMinor, currency, quantity },
  };
}

type Props = {
  lines: CartLineView[];
  /** Its lines as goods of one order; null where they are not priced alike. */
  goods: Together | null;
  code: string | null;
  discounts: CartDiscounts | null;
  /** The gift card whose code was typed, with what is on it. */
  card: { lastFour: string | null; balanceMinor: number; currency: string } | null;
  /** The page of the order that a guest has placed last in this browser, if any; none for a member, whose orders have a page. */
  lastOrder?: string | null;
  /** Whether some of what was to be bought again could not be put in. */
  someLeft: boolean;
  locale: Locale;
};

/** What is in a cart, what it comes to, and the way to order it. */
export async function CartView({ lines, goods, code, discounts, card, lastOrder, someLeft, locale }: Props) {
  const t = translator(locale, 'cart');
  if (lines.length === 0) return <EmptyCart lastOrder={lastOrder} locale={locale} />;
  const home = await homeCurrency();
  const ready = goods !== null && lines.every(({ problem }) => problem === null);
  return (
    <div className="page pb-16">
      <PageHeader title={t('title')} />
      {someLeft && (
        <Notice tone="info" className="mb-6">
          {t('someLeft')}
        </Notice>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
          {lines.map((line) => (
            <li key={line.variantId} className="grid gap-3 p-4 sm:p-6">
              <OrderItem item={asCartItem(line)} locale={locale} home={home} level="h2" />
              <Said line={line} locale={locale} home={home} />
              <CartQuantity
                variantId={line.variantId}
                quantity={line.quantity}
                most={Math.min(line.open, mostCartPieces)}
                name={nameOf(line, locale)}
              />
            </li>
          ))}
        </ul>
        <Card as="section" className="grid gap-4 lg:sticky lg:top-20">
          {goods && <CartSum goods={goods} given={discounts?.given ?? []} locale={locale} home={home} />}
          {card && <TypedCard card={card} goods={goods} locale={locale} home={home} />}
          {goods && discounts && <CartCode code={code} state={codeWords(discounts.code, goods, locale, home)} />}
          <p className="text-sm text-muted">{t(goods ? 'later' : 'apart')}</p>
          {lastOrder && (
            <p className="text-sm">
              <TextLink href={lastOrder}>{t('lastOrder')}</TextLink>
            </p>
          )}
          {ready ? (
            <ButtonLink size="lg" block variant="primary" href={inLocale(locale, paths.cartCheckout())} rel="nofollow">
              {t('checkout')}
            </ButtonLink>
          ) : (
            goods && <p className="text-sm">{t('mend')}</p>
          )}
        </Card>
      </div>
    </div>
  );
}

type CardProps = Pick<Props, 'goods' | 'locale'> & { card: NonNullable<Props['card']>; home: string };

function TypedCard({ card: { lastFour: signs, balanceMinor, currency }, goods, locale, home }: CardProps) {
  const t = translator(locale, 'cart');
  const isOther = goods !== null && goods.currency !== currency;
  const lastFour = signs ?? '';
  const words = {
    label: t('card.label'),
    ending: t('card.ending', { lastFour }),
    remove: t('card.remove'),
    removeNamed: t('card.removeNamed', { lastFour }),
    balance: t(isOther ? 'card.other' : 'card.balance', { balance: formatMoney(balanceMinor, currency, locale, home) }),
  };
  return <CartGiftCard words={words} isOther={isOther} />;
}

function nameOf({ goods: { title, titleZh, product } }: CartLineView, locale: Locale): string {
  return titleOf(localText(locale, product.title, product.titleZh), localText(locale, title, titleZh));
}

// What changed since it was put in is never silent.
function Said({ line, locale, home }: { line: CartLineView; locale: Locale; home: string }) {
  const t = translator(locale, 'cart');
  const { problem, open, wasMinor, goods } = line;
  if (problem) return <Notice tone="warning">{t(`problems.${problem}`, { open })}</Notice>;
  if (wasMinor === null) return null;
  return <Notice tone="info">{t('changed', { was: formatMoney(wasMinor, goods.currency, locale, home) })}</Notice>;
}

function EmptyCart({ lastOrder, locale }: Pick<Props, 'lastOrder' | 'locale'>) {
  const t = translator(locale, 'cart');
  return (
    <div className="page pb-16">
      <PageHeader title={t('title')} />
      <EmptyState
        title={t('empty')}
        illustration="cart"
        level={2}
        action={
          <ButtonLink href={inLocale(locale, paths.products())} variant="primary">
            {t('toShop')}
          </ButtonLink>
        }
      >
        <p>{t('emptyBody')}</p>
        {lastOrder !== undefined && (
          <p className="mt-2">
            <TextLink href={lastOrder ?? inLocale(locale, findOrderPath())}>
              {t(lastOrder ? 'lastOrder' : 'findOrder')}
            </TextLink>
          </p>
        )}
      </EmptyState>
    </div>
  );
}
