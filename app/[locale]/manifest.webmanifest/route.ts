import { notFound } from 'next/navigation';

import { webManifest } from '@/lib/brand/manifest';
import { isLocale } from '@/lib/core/locale';
import { publicBrand } from '@/lib/web/brand';

/** What a browser needs to put the site on a home screen, in the language of the page that links it. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return Response.json(webManifest(locale, await publicBrand()), {
    headers: {
      'content-type': 'application/manifest+json; charset=utf-8',
      // The page cache has browsers ask again each time: another icon has another address here first.
      'cache-control': 'public, s-maxage=5',
    },
  });
}
