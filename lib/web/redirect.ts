import { permanentRedirect, redirect, RedirectType } from 'next/navigation';

/** Sends the visitor on, from an action's work or a page. */
export { redirect };

/** Sends the visitor on to the address that a page has for good. */
export { permanentRedirect };

/** The same in the place of the page at hand: Back does not lead to it again. */
export function redirectInPlace(path: string): never {
  redirect(path, RedirectType.replace);
}
