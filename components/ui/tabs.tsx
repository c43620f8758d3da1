'use client';

import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { tabLook, tabRow } from './tab-look';

export type TabItem = { value: string; label: ReactNode; count?: ReactNode; content: ReactNode };

export function Tabs({
  items,
  label,
  value,
  onValueChange,
  defaultValue = items[0]?.value,
}: {
  items: TabItem[];
  label: string;
  defaultValue?: string;
  value?: string;
  onValueChange?: (value: string) => void;
}) {
  return (
    <Radix.Root defaultValue={defaultValue} value={value} onValueChange={onValueChange} className="min-w-0">
      <Radix.List aria-label={label} className={tabRow}>
        {items.map((item) => (
          <Radix.Trigger key={item.value} value={item.value} className={tabLook}>
            {item.label}
            {item.count != null && <span className="numerals text-sm font-normal text-muted">{item.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {items.map((item) => (
        <Radix.Content key={item.value} value={item.value} className="pt-5 outline-offset-4">
          {item.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
