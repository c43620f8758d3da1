import { useSyncExternalStore } from 'react';

const key = 'millet-staff-nav';
const changed = 'millet-staff-nav-changed';

/** Whether this browser hides the staff navigation, and the way to change it; remembered. */
export function useCollapsed(): [boolean, (collapsed: boolean) => void] {
  return [useSyncExternalStore(listen, read, () => false), write];
}

function read(): boolean {
  try {
    return localStorage.getItem(key) === 'hidden';
  } catch {
    return false;
  }
}

// Where the browser keeps nothing, it stays open.
function write(collapsed: boolean): void {
  try {
    localStorage.setItem(key, collapsed ? 'hidden' : 'shown');
  } catch {
    return;
  }
  window.dispatchEvent(new Event(changed));
}

function listen(tell: () => void): () => void {
  window.addEventListener(changed, tell);
  return () => window.removeEventListener(changed, tell);
}
