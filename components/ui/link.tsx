import NextLink from 'next/link';
import type { Route } from 'next';
import type { ComponentProps } from 'react';

export type LinkProps = Omit<ComponentProps<'a'>, 'href'> & { href: string; prefetch?: boolean };

const isOurs = (href: string) => href.startsWith('/') && !href.startsWith('//');

/** A link by its plain path; one that leaves the site is an ordinary anchor. */
export function Link({ href, prefetch, ...rest }: LinkProps) {
  if (!isOurs(href)) return <a href={href} {...rest} />;
  return <NextLink href={href as Route} prefetch={prefetch} {...rest} />;
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
