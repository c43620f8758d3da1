'use client';

import type { Route } from 'next';
import NextLink from 'next/link';
import { useState, type ComponentProps } from 'react';

import { LinkProgress } from './navigation-progress';

/**
 * A link whose page is fetched as soon as somebody points at it, touches it or comes to it by key. Fetching for every
 * link in sight would cost the server two dozen renderings for each page that anybody opens.
 */
export function AheadLink({ href, children, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { href: string }) {
  const [meant, setMeant] = useState(false);
  const mean = () => setMeant(true);
  return (
    <NextLink href={href as Route} prefetch={meant ? null : false} onPointerEnter={mean} onFocus={mean} {...rest}>
      {children}
      <LinkProgress />
    </NextLink>
  );
}
