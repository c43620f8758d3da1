'use client';

import {
  cloneElement,
  use,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';

import {
  MenuPartsContext,
  type LateMenuProps,
  type MenuChoiceProps,
  type MenuItemProps,
  type MenuParts,
} from './menu-parts';

const whole = () => import('./menu-radix');
const opening = new Set(['Enter', ' ', 'ArrowDown']);

/** A button and its menu. Until somebody is about to open it there is the button alone; the rest is loaded then. */
export function Menu<T>({ trigger, needs, children, ...menu }: LateMenuProps<T>) {
  const place = useRef<HTMLSpanElement>(null);
  const [parts, setParts] = useState<MenuParts | null>(null);
  const asked = useRef<Event | null>(null);
  const load = () => Promise.all([whole(), needs?.load()]);
  const open = async (again: Event) => {
    asked.current = again;
    const [loaded] = await load();
    setParts(loaded);
  };
  // The whole menu answers what its button was asked for, as if it had been there already.
  useEffect(() => {
    const button = place.current?.querySelector<HTMLElement>('button');
    if (!parts || !asked.current || !button) return;
    button.focus();
    button.dispatchEvent(asked.current);
    asked.current = null;
  }, [parts]);
  if (parts)
    return (
      <span ref={place} className="contents">
        <parts.Menu trigger={trigger} {...menu}>
          {needs ? children(needs.now()!) : children}
        </parts.Menu>
      </span>
    );
  return (
    <span
      ref={place}
      role="presentation"
      className="contents"
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onPointerDown={(event) => opensByPointer(event) && void open(pressed())}
      onKeyDown={(event) => opensByKey(event) && void open(typed(event.key))}
    >
      {cloneElement(trigger, { 'aria-haspopup': 'menu', 'aria-expanded': false })}
    </span>
  );
}

const opensByPointer = ({ button, ctrlKey }: PointerEvent): boolean => button === 0 && !ctrlKey;

function opensByKey(event: KeyboardEvent): boolean {
  if (!opening.has(event.key)) return false;
  event.preventDefault();
  return true;
}

const pressed = (): Event => new window.PointerEvent('pointerdown', { button: 0, bubbles: true, cancelable: true });
const typed = (key: string): Event => new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });

export function MenuItem(props: MenuItemProps) {
  const parts = use(MenuPartsContext);
  return parts && <parts.MenuItem {...props} />;
}

export function MenuChoice(props: MenuChoiceProps) {
  const parts = use(MenuPartsContext);
  return parts && <parts.MenuChoice {...props} />;
}

export function MenuLabel({ children }: { children: ReactNode }) {
  const parts = use(MenuPartsContext);
  return parts && <parts.MenuLabel>{children}</parts.MenuLabel>;
}

export function MenuSeparator() {
  const parts = use(MenuPartsContext);
  return parts && <parts.MenuSeparator />;
}
