import type { ReactNode } from 'react';

import { Link } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

import { ProductPicture, type Picture } from './product-picture';

type Props = {
  picture?: Picture;
  title: string;
  /** Where all of it leads. */ href: string;
  level?: 2 | 3;
  eager?: boolean;
  locale: Locale;
  children: ReactNode;
};

/** A picture above a name and a few words, all of which lead to one page. */
export function PictureCard({ picture, title, href, level = 2, eager, locale, children }: Props) {
  const Heading = `h${level}` as const;
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-2xl border border-line bg-surface transition-shadow hover:shadow-raised">
      <ProductPicture
        picture={picture}
        title={title}
        locale={locale}
        pending={translator(locale, 'catalog')('pending')}
        eager={eager}
        className="[&_img]:transition-transform [&_img]:duration-500 group-hover:[&_img]:scale-[1.03]"
      />
      <div className="flex flex-1 flex-col p-4 sm:p-5">
        <Heading className="text-subheading break-words">
          <Link href={href} className="after:absolute after:inset-0">
            {title}
          </Link>
        </Heading>
        {children}
      </div>
    </article>
  );
}
