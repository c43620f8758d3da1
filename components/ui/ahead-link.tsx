'use client';

import type { Route } from 'next';
import NextLink from 'next/link';
import { createContext, use, useState, type ComponentProps, type ReactNode } from 'react';

import { segmentOf } from '@/lib/core/paths';

import { LinkProgress } from './navigation-progress';

type Props = Omit<ComponentProps<'a'>, 'href'> & { href: string; ahead: boolean; bare: boolean };

const Off = createContext<readonly string[]>([]);

/** Tells links the segments behind the language whose pages are turned off. */
export const PagesOff = ({ off, children }: { off: readonly string[]; children: ReactNode }) => (
  <Off value={off}>{children}</Off>
);

/** Whether a path with its language leads to a page that is not turned off. */
export function useIsOn(): (href: string) => boolean {
  const off = use(Off);
  return (href) => !off.includes(segmentOf(href));
}

/**
 * A link whose page is fetched as soon as somebody points at it, touches it or comes to it by key, where it is to be `ahead`. Fetching
 * for every link in sight would cost the server two dozen renderings for each page that anybody opens. Where its page is turned off its
 * words stand without it, if they mean something `bare`.
 */
export function AheadLink({ href, ahead, bare, children, ...rest }: Props) {
  const [meant, setMeant] = useState(false);
  const mean = () => setMeant(ahead);
  return useIsOn()(href) ? (
    <NextLink href={href as Route} prefetch={meant ? null : false} onPointerEnter={mean} onFocus={mean} {...rest}>
      {children}
      <LinkProgress />
    </NextLink>
  ) : (
    bare && <span>{children}</span>
  );
}
