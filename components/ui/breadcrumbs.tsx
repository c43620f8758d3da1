import { ChevronRight } from 'lucide-react';
import { Link } from './link';

export type Crumb = { label: string; href?: string };

export function Breadcrumbs({ items, label }: { items: Crumb[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-sm text-muted">
        {items.map((item, at) => (
          <li key={at} className="flex min-w-0 items-center gap-1.5">
            {item.href ? (
              <Link
                href={item.href}
                className="truncate rounded-sm py-1 hover:text-ink hover:underline hover:underline-offset-4"
              >
                {item.label}
              </Link>
            ) : (
              <span aria-current="page" className="truncate py-1 text-ink">
                {item.label}
              </span>
            )}
            {at < items.length - 1 && <ChevronRight aria-hidden className="size-3.5 shrink-0" />}
          </li>
        ))}
      </ol>
    </nav>
  );
}
