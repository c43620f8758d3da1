'use client';

import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { Link } from './link';
import { MenuPartsContext, type MenuChoiceProps, type MenuItemProps, type MenuProps } from './menu-parts';

const parts = { Menu, MenuItem, MenuChoice, MenuLabel, MenuSeparator };

/** The menu itself; `Menu` of `menu.tsx` loads it when it is about to be opened. */
export function Menu({ trigger, label, align = 'end', children }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 animate-rise overflow-y-auto rounded-lg border border-line bg-raised p-1.5 shadow-float outline-none"
        >
          <MenuPartsContext value={parts}>{children}</MenuPartsContext>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function MenuItem({ href, onSelect, icon, aside, danger, current, disabled, children }: MenuItemProps) {
  const look = cx(
    itemLook,
    danger ? 'text-danger data-highlighted:bg-danger-soft [&_svg]:text-danger!' : 'data-highlighted:bg-hover',
    current && 'font-semibold',
  );
  const face = (
    <>
      {icon}
      <span className="flex-1">{children}</span>
      {aside && <span className="text-sm text-muted">{aside}</span>}
    </>
  );
  return (
    <Radix.Item
      asChild={!!href}
      disabled={disabled}
      onSelect={onSelect}
      className={look}
      aria-current={current ? 'true' : undefined}
    >
      {href ? <Link href={href}>{face}</Link> : face}
    </Radix.Item>
  );
}

export function MenuChoice({ value, onValueChange, label, options }: MenuChoiceProps) {
  return (
    <Radix.RadioGroup value={value} onValueChange={onValueChange} aria-label={label}>
      {options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          className={cx(itemLook, 'data-highlighted:bg-hover data-[state=checked]:font-semibold')}
        >
          {option.icon}
          <span className="flex-1">{option.label}</span>
          <Radix.ItemIndicator className="size-2 rounded-full bg-accent" />
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2.5 pt-1.5 pb-1 text-sm text-muted">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="mx-1 my-1.5 h-px bg-line" />;
}

const itemLook =
  'touch flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1.5 text-[0.9375rem] outline-none select-none ' +
  'data-disabled:pointer-events-none data-disabled:opacity-50 [&_svg]:size-4.5 [&_svg]:shrink-0 [&_svg]:text-muted';
