import { isValidElement } from 'react';

/** Renders what the server would of a page: its asynchronous parts, wherever they stand among the others. */
export async function render(node: unknown): Promise<true> {
  const part = await node;
  if (Array.isArray(part)) for (const each of part) await render(each);
  if (!isValidElement<Record<string, unknown>>(part)) return true;
  const { type, props } = part as unknown as { type: unknown; props: Record<string, unknown> };
  for (const prop of Object.values(props)) if (typeof prop === 'object') await render(prop);
  if (typeof type === 'function') await render(made(type as (props: object) => unknown, props));
  return true;
}

// What needs a browser's state says so by throwing; it asks the database nothing.
function made(type: (props: object) => unknown, props: object): unknown {
  try {
    return type(props);
  } catch {
    return null;
  }
}
