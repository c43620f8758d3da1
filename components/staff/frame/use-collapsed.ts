import { useSyncExternalStore } from 'react';

const key = 'millet-staff-nav';
const changed = new Set<() => void>();

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
  changed.forEach((tell) => tell());
}

function listen(tell: () => void): () => void {
  changed.add(tell);
  return () => void changed.delete(tell);
}
