import { ArrowLeft, ArrowRight } from 'lucide-react';
import { ButtonLink } from './button';

export type PaginationProps = {
  label: string;
  previous?: { href: string; label: string } | null;
  next?: { href: string; label: string } | null;
};

/** Two links, newer and older: lists are paged by keyset, so there are no page numbers. */
export function Pagination({ label, previous, next }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="mt-6 flex justify-between gap-3">
      {previous ? (
        <ButtonLink href={previous.href} rel="prev" icon={<ArrowLeft aria-hidden />}>
          {previous.label}
        </ButtonLink>
      ) : (
        <span />
      )}
      {next && (
        <ButtonLink href={next.href} rel="next" className="flex-row-reverse" icon={<ArrowRight aria-hidden />}>
          {next.label}
        </ButtonLink>
      )}
    </nav>
  );
}
