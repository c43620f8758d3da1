import type { ReactNode } from 'react';
import { Link } from './link';
import { tabLook, tabRow } from './tab-look';

export type TabLinkItem = { href: string; label: ReactNode; count?: ReactNode; current?: boolean };

/** Tabs that are pages of their own. */
export function TabLinks({ items, label }: { items: TabLinkItem[]; label: string }) {
  return (
    <nav aria-label={label} className={tabRow}>
      {items.map((item, at) => (
        <Link
          key={`${at} ${item.href}`}
          href={item.href}
          aria-current={item.current ? 'page' : undefined}
          className={tabLook}
        >
          {item.label}
          {item.count != null && <span className="numerals text-sm font-normal text-muted">{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
