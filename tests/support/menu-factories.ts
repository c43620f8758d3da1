import { saveMenuInput } from '@/lib/pages/menu-schema';

/** An area of the menu as its form sends it. */
export const menuArea = (area: string, more: object = {}) => ({ type: 'area', area, ...more });

/** A link of the menu as its form sends it. */
export const menuLink = (href: string, more: object = {}) => ({
  ...{ type: 'link', href, words: { en: 'Help', zh: '' } },
  ...more,
});

/** What the form of the menu is read as. */
export const readMenuForm = (entries: unknown, more: object = {}) =>
  saveMenuInput.safeParse({ locale: 'en', shown: 0, entries: JSON.stringify(entries), ...more });
