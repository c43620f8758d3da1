import { connection } from 'next/server';

import { sitemapPart } from '@/lib/web/sitemap';

import { addresses } from '../data';

/** The public pages of one part of the sitemap, in both languages. */
export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  await connection();
  const { part } = await params;
  const found = /^(pages|products|threads-\d{1,6})$/.test(part) ? await addresses(part) : null;
  return found ? sitemapPart(found) : new Response(null, { status: 404 });
}
