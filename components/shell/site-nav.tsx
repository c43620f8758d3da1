'use client';

import { ChevronDown } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { cx } from '@/components/ui/cx';
import { Link } from '@/components/ui/link';
import { Fold } from './fold';
import type { NavEntry } from './nav-entries';
import type { Fit } from './nav-fit';
import { isAt, navLook } from './nav-look';

type Props = { entries: NavEntry[]; fit: Fit; more: string };

/** The menu in the header: what has room stands side by side, and what has none folds out, without scripts too. */
export function SiteNav({ entries, fit, more }: Props) {
  const label = useTranslations('shell')('nav.label');
  const pathname = usePathname();
  const current = (entry: NavEntry) => (isAt(pathname, entry) ? 'page' : undefined);
  const folded = entries.slice(fit.narrow);
  return (
    <nav aria-label={label} className="hidden shrink-0 lg:block">
      <ul className="flex items-center">
        {entries.slice(0, fit.wide).map((entry, at) => (
          <li key={at} className={at < fit.narrow ? undefined : 'max-xl:hidden'}>
            <Link href={entry.href} lang={entry.lang} aria-current={current(entry)} className={navLook}>
              <Cut text={entry.text} />
            </Link>
          </li>
        ))}
        {folded.length > 0 && (
          <li className={fit.wide < entries.length ? undefined : 'xl:hidden'}>
            <Fold className="relative">
              <summary
                data-here={hereIn(entries.findIndex(current), fit)}
                className={cx(navLook, foldLook, 'cursor-pointer list-none gap-1 [&::-webkit-details-marker]:hidden')}
              >
                {more}
                <ChevronDown aria-hidden className="size-4" />
              </summary>
              <ul className="absolute top-full left-0 z-40 mt-1 grid max-h-[70vh] w-max max-w-72 min-w-48 overflow-y-auto rounded-lg border border-line bg-raised p-1.5 shadow-float">
                {folded.map((entry, at) => (
                  <li key={at} className={fit.narrow + at < fit.wide ? 'xl:hidden' : undefined}>
                    <Link
                      href={entry.href}
                      lang={entry.lang}
                      aria-current={current(entry)}
                      className="touch block rounded-md px-3 py-2 wrap-anywhere hover:bg-hover aria-[current=page]:bg-accent-soft"
                    >
                      <bdi>{entry.text}</bdi>
                    </Link>
                  </li>
                ))}
              </ul>
            </Fold>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** A word of the menu, cut where it is very long. */
const Cut = ({ text }: { text: string }) => (
  <bdi className="max-w-48 truncate" title={text.length > 20 ? text : undefined}>
    {text}
  </bdi>
);

// The fold is marked where the page that is read is one of its entries: always, or in a narrow window only.
function hereIn(at: number, { narrow, wide }: Fit): 'always' | 'narrow' | undefined {
  if (at < narrow) return undefined;
  return at < wide ? 'narrow' : 'always';
}

const foldLook =
  'data-[here=always]:text-ink data-[here=always]:after:bg-accent max-xl:data-[here=narrow]:text-ink max-xl:data-[here=narrow]:after:bg-accent';
