import { reading } from '@/lib/core/context';
import { listAddresses, listAddressParts } from '@/lib/server/list-addresses';
import { offAreas } from '@/lib/web/areas';
import { live } from '@/lib/web/live';

export async function parts() {
  'use cache';
  live('threads');
  return listAddressParts(reading(), await offAreas());
}

export async function addresses(part: string) {
  'use cache';
  live('boards', 'threads', 'releases', 'drops', 'products');
  return listAddresses(reading(), part, await offAreas());
}
