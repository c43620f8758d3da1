import { reading } from '@/lib/core/context';
import { getDrop, getReport, listDrops } from '@/lib/drops/queries';
import { getDraw } from '@/lib/drops/queries/get-draw';
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

export async function drawPage(slug: string) {
  'use cache';
  live('drops', `drop:${slug}`);
  return getDraw(reading(), { slug });
}

export async function reportPage(slug: string) {
  'use cache';
  live('drops', `drop:${slug}`);
  return getReport(reading(), { slug });
}
