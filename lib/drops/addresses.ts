import type { Address } from '@/lib/core/addresses';
import type { Reading } from '@/lib/core/context';
import { paths } from '@/lib/paths';

import { listDrops } from './queries';

/** Every drop that is listed in public, and the page that lists them. */
export async function listDropPages(reading: Reading): Promise<Address[]> {
  const { live, upcoming, past } = await listDrops(reading);
  return [{ path: paths.drops() }, ...[...live, ...upcoming, ...past].map(({ slug }) => ({ path: paths.drop(slug) }))];
}
