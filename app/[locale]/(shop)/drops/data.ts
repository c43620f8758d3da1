import { reading } from '@/lib/core/context';
import { getDrop, listDrops } from '@/lib/drops/queries';
import { live } from '@/lib/web/live';

export async function dropsPage() {
  'use cache';
  live('drops');
  return listDrops(reading());
}

export async function dropPage(slug: string) {
  'use cache';
  live('drops', `drop:${slug}`);
  return getDrop(reading(), { slug });
}
