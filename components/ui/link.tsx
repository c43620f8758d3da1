import type { ComponentProps } from 'react';

import { AheadLink } from './ahead-link';

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
export function Link({ href, prefetch, without, ...rest }: LinkProps) {
  return isOurs(href) ? (
    <AheadLink href={href} ahead={prefetch !== false} bare={without !== 'nothing'} {...rest} />
  ) : (
    <a href={href} {...rest} />
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
