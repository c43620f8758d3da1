import { createContext, type ComponentType, type ReactElement, type ReactNode } from 'react';

import type { OnDemand } from './on-demand';

type Trigger = ReactElement<{ 'aria-haspopup'?: 'menu'; 'aria-expanded'?: boolean }>;

export type MenuProps = { trigger: Trigger; label?: string; align?: 'start' | 'end' | 'center'; children: ReactNode };

/** What stands in a menu may come with the menu itself, when somebody is about to open it. */
export type LateMenuProps<T> = Omit<MenuProps, 'children'> &
  ({ needs?: undefined; children: ReactNode } | { needs: OnDemand<T>; children: (part: T) => ReactNode });

export type MenuItemProps = {
  href?: string;
  onSelect?: () => void;
  icon?: ReactNode;
  aside?: ReactNode;
  danger?: boolean;
  current?: boolean;
  disabled?: boolean;
  children: ReactNode;
};

export type MenuChoiceProps = {
  value: string;
  onValueChange: (value: string) => void;
  label?: string;
  options: { value: string; label: ReactNode; icon?: ReactNode }[];
};

export type MenuParts = {
  Menu: ComponentType<MenuProps>;
  MenuItem: ComponentType<MenuItemProps>;
  MenuChoice: ComponentType<MenuChoiceProps>;
  MenuLabel: ComponentType<{ children: ReactNode }>;
  MenuSeparator: ComponentType;
};

/** What an open menu is made of; it comes when the first menu is about to be opened. */
export const MenuPartsContext = createContext<MenuParts | null>(null);
