const prefix = 'millet-draft:';

/** Words that were not sent yet, and the version of the post from which they began, if they change one. */
export type Draft = { words: string; base?: string };

const nameOf = (owner: string, key: string) => `${prefix}${owner}:${key}`;

/** What a member left unsent on this device; another member's never comes up. */
export function recallDraft(owner: string, key: string): Draft | null {
  try {
    // Words that were kept without saying whose they are may be anybody's.
    localStorage.removeItem(prefix + key);
    const kept = JSON.parse(localStorage.getItem(nameOf(owner, key)) ?? 'null') as Partial<Draft> | null;
    return typeof kept?.words === 'string' ? { words: kept.words, base: kept.base } : null;
  } catch {
    return null;
  }
}

/** Keeps a member's words on this device; false where nothing can be kept. */
export function keepDraft(owner: string, key: string, draft: Draft): boolean {
  try {
    localStorage.setItem(nameOf(owner, key), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Forgets what was kept under a key, once it has been sent. */
export function forgetDraft(owner: string, key: string): void {
  try {
    localStorage.removeItem(nameOf(owner, key));
  } catch {
    // Where nothing can be kept, nothing has to be forgotten.
  }
}

/** Forgets all that a member left unsent, and what is nobody's, when they sign out. */
export function forgetDrafts(owner: string): void {
  try {
    const owned = /^millet-draft:[0-9a-f-]{36}:/;
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(nameOf(owner, '')) || (name.startsWith(prefix) && !owned.test(name)))
        localStorage.removeItem(name);
    }
  } catch {
    // As above.
  }
}
