import { connection } from 'next/server';

import { isAddressPart } from '@/lib/server/list-addresses';
import { decodedParams } from '@/lib/web/params';
import { sitemapPart } from '@/lib/web/sitemap';

import { addresses } from '../data';

/** The public pages of one part of the sitemap, in both languages. */
export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  await connection();
  const asked = await decodedParams(params);
  const found = asked && isAddressPart(asked.part) ? await addresses(asked.part) : null;
  return found ? sitemapPart(found) : new Response(null, { status: 404 });
}
