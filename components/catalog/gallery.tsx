'use client';

import { useState } from 'react';

import { AvatarPattern } from '@/components/ui/avatar-pattern';
import { cx } from '@/components/ui/cx';
import type { Locale } from '@/lib/core/locale';

import { ProductPicture, type Picture } from './product-picture';

type Words = { gallery: string; pending: string; show: string[] };
type Props = {
  pictures: (Picture & { variantId: string | null })[];
  title: string;
  locale: Locale;
  words: Words;
  selected?: number;
  onSelect?: (at: number) => void;
};

/** A product's pictures: one large, the others to choose from with mouse or keyboard. */
export function Gallery({ pictures, title, locale, words, selected, onSelect }: Props) {
  const [own, setOwn] = useState(0);
  const at = Math.min(selected ?? own, Math.max(0, pictures.length - 1));
  const choose = onSelect ?? setOwn;
  return (
    <section aria-label={words.gallery} className="min-w-0">
      <ProductPicture
        picture={pictures[at]}
        title={title}
        locale={locale}
        pending={words.pending}
        eager
        className="rounded-2xl border border-line"
      />
      {pictures.length > 1 && (
        <ul className="js-only mt-3 grid grid-cols-6 gap-2">
          {pictures.map((picture, place) => (
            <li key={place}>
              <button
                type="button"
                aria-label={words.show[place]}
                aria-pressed={place === at}
                onClick={() => choose(place)}
                className={cx(
                  'block w-full overflow-hidden rounded-lg border-2 bg-sunken',
                  place === at ? 'border-accent' : 'border-transparent hover:border-line-strong',
                )}
              >
                {picture.path ? (
                  <img
                    src={picture.path}
                    alt=""
                    width={160}
                    height={160}
                    loading="lazy"
                    className="aspect-square w-full object-contain"
                  />
                ) : (
                  <AvatarPattern name={title} className="aspect-square w-full" />
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
