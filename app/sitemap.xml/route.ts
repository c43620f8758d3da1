import { connection } from 'next/server';

import { sitemapIndex } from '@/lib/web/sitemap';

import { parts } from './data';

/** Names the parts of the sitemap. Made when asked, since the site's own address is a setting of the running server. */
export async function GET(): Promise<Response> {
  await connection();
  return sitemapIndex(await parts());
}
