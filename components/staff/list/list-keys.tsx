'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Kbd } from '@/components/ui/kbd';

/** Walks the rows inside by keys: `j` and `k` go to the next and the last one, `o` opens it, `x` chooses it. Off while somebody types. */
export function ListKeys({ choose, children }: { choose?: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const t = useTranslations('staff.list');
  const more = useTranslations('lists.choose');
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (!place.current || !isForList(event)) return;
      if (walk(place.current, event.key)) event.preventDefault();
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, []);
  return (
    <div ref={place}>
      {children}
      <p className="js-only mt-2 text-sm text-muted max-md:hidden">
        {t.rich('keys', { j: () => <Kbd>j</Kbd>, k: () => <Kbd>k</Kbd>, o: () => <Kbd>o</Kbd> })}
        {choose && <span className="ms-3">{more.rich('keys', { x: () => <Kbd>x</Kbd> })}</span>}
      </p>
    </div>
  );
}

const typing = 'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"]';

/** Whether a key is meant for the list: alone, and not typed into anything. */
export function isForList({ target, defaultPrevented, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (defaultPrevented || ctrlKey || metaKey || altKey) return false;
  return !(target instanceof Element && target.closest(typing));
}

// What opens a row: the link that names it in a table, or the one that a card says it is.
const opens = 'th a, [data-opens]';

function walk(list: HTMLElement, key: string): boolean {
  const rows = [...list.querySelectorAll<HTMLElement>('tbody tr, [data-row]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  if (key === 'o') return open(rows[at]);
  if (key === 'x') return choose(rows[at]);
  if (key !== 'j' && key !== 'k') return false;
  const next = key === 'j' ? at + 1 : at < 0 ? rows.length - 1 : at - 1;
  const link = rows[Math.min(Math.max(next, 0), rows.length - 1)]?.querySelector<HTMLElement>(opens);
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
  return link !== undefined;
}

function open(row: HTMLElement | undefined): boolean {
  const link = row?.querySelector<HTMLElement>(opens);
  link?.click();
  return Boolean(link);
}

function choose(row: HTMLElement | undefined): boolean {
  const box = row?.querySelector<HTMLElement>('input[name="ids"]');
  box?.click();
  return Boolean(box);
}
