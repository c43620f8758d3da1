'use client';

import type { Route } from 'next';
import NextLink from 'next/link';
import type { ComponentProps } from 'react';

import { useIsOn } from '@/components/shell/areas-context';

import { AheadLink } from './ahead-link';
import { LinkProgress } from './navigation-progress';

/**
 * `prefetch={false}`: not fetched before it is followed, as pages made for one reader are. Where it leads to what staff turned off, its
 * words stand without it, or nothing does.
 */
export type LinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  href: string;
  prefetch?: false;
  without?: 'words' | 'nothing';
};

const isOurs = (href: string) => href.startsWith('/') && !href.startsWith('//');

/** A link by its plain path; one that leaves the site is an ordinary anchor. */
export function Link({ href, prefetch, without = 'words', children, ...rest }: LinkProps) {
  const isOn = useIsOn();
  if (!isOurs(href))
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  if (!isOn(href)) return without === 'words' ? <span>{children}</span> : null;
  if (prefetch !== false)
    return (
      <AheadLink href={href} {...rest}>
        {children}
      </AheadLink>
    );
  return (
    <NextLink href={href as Route} prefetch={false} {...rest}>
      {children}
      <LinkProgress />
    </NextLink>
  );
}

/** A link inside running text. */
export function TextLink({ className = '', ...rest }: LinkProps) {
  return (
    <Link
      className={`text-accent-ink underline decoration-[0.07em] underline-offset-[0.2em] hover:decoration-[0.13em] ${className}`}
      {...rest}
    />
  );
}
