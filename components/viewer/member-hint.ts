const hint = 'millet-member';

/** Whether somebody was signed in here a moment ago, and so most likely still is. */
export const memberExpected = (): boolean => localStorage.getItem(hint) === '1';

/** Remembers for the next page whether its reader is a member. */
export function expectMember(known: boolean): void {
  if (known) localStorage.setItem(hint, '1');
  else localStorage.removeItem(hint);
}
