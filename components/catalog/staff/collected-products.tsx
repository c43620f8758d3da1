'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ArrowDown, ArrowUp, X } from 'lucide-react';

import { FormSelect } from '@/components/forms/form-fields';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { useLive } from '@/components/ui/use-live';
import type { CollectionToEdit, ProductToCollect } from '@/lib/catalog/queries/collections';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

type Chosen = ProductToCollect & { status?: string };
type Props = { initial: CollectionToEdit['products']; products: ProductToCollect[]; locale: Locale };

/** The products of a collection by hand, in their order. Without scripts one more is added with each save. */
export function CollectedProducts({ initial, products, locale }: Props) {
  const t = useTranslations('catalog.collecting');
  const [chosen, setChosen] = useState<Chosen[]>(initial);
  const left = products.filter(({ id }) => !chosen.some((each) => each.id === id));
  const name = ({ title, titleZh }: Chosen) => localText(locale, title, titleZh);
  const move = (at: number, by: number) => {
    const next = [...chosen];
    next.splice(at + by, 0, ...next.splice(at, 1));
    setChosen(next);
  };
  const add = (id: string) => {
    const product = products.find((each) => each.id === id);
    if (product) setChosen([...chosen, product]);
  };
  return (
    <div className="grid gap-4">
      {chosen.length === 0 && <p className="text-muted">{t('noProducts')}</p>}
      <ol className="grid gap-2">
        {chosen.map((product, at) => (
          <ChosenRow
            key={product.id}
            product={product}
            at={at}
            last={at === chosen.length - 1}
            locale={locale}
            move={(by) => move(at, by)}
            remove={() => setChosen(chosen.filter((each) => each.id !== product.id))}
          />
        ))}
      </ol>
      <FormSelect
        key={chosen.length}
        name="add"
        label={t('add')}
        blank={t('choose')}
        options={left.map((product) => ({ value: product.id, label: name(product) }))}
        onChange={(event) => add(event.target.value)}
      />
    </div>
  );
}

type RowProps = {
  product: Chosen;
  at: number;
  last: boolean;
  locale: Locale;
  move: (by: number) => void;
  remove: () => void;
};

function ChosenRow({ product, at, last, locale, move, remove }: RowProps) {
  const t = useTranslations('catalog.collecting');
  const live = useLive();
  const name = localText(locale, product.title, product.titleZh);
  return (
    <li className="flex items-center gap-2 rounded-lg border border-line px-3 py-1.5">
      <input type="hidden" name="products" value={product.id} />
      <span className="w-6 shrink-0 text-sm text-muted numerals">{at + 1}</span>
      <bdi className="min-w-0 flex-1 break-words">{name}</bdi>
      {product.status && product.status !== 'ACTIVE' && <Badge>{t(`states.${product.status as 'DRAFT'}`)}</Badge>}
      {live && (
        <span className="flex shrink-0">
          <IconButton label={t('up', { product: name })} disabled={at === 0} onClick={() => move(-1)}>
            <ArrowUp aria-hidden className="size-4.5" />
          </IconButton>
          <IconButton label={t('down', { product: name })} disabled={last} onClick={() => move(1)}>
            <ArrowDown aria-hidden className="size-4.5" />
          </IconButton>
          <IconButton label={t('remove', { product: name })} onClick={remove}>
            <X aria-hidden className="size-4.5" />
          </IconButton>
        </span>
      )}
    </li>
  );
}

/** What the rules of a collection hold at the moment: how many, and the first of them. */
export function HeldProducts({
  count,
  products,
  locale,
}: Pick<CollectionToEdit, 'count' | 'products'> & { locale: Locale }) {
  const t = useTranslations('catalog.collecting');
  return (
    <div className="mt-5 grid gap-2">
      <p className="text-sm text-muted">{t('held', { count })}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {products.slice(0, 12).map(({ id, title, titleZh }) => (
          <li key={id}>
            <Link href={inLocale(locale, paths.staff('products', id))} className="underline underline-offset-4">
              {localText(locale, title, titleZh)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
