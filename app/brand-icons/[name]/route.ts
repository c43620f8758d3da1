import { Refused } from '@/lib/core/errors';
import { getBrandIcon } from '@/lib/flows/brand/draw-brand-icon';
import { publicBrand } from '@/lib/web/brand';
import { decodedParams } from '@/lib/web/params';

// Too much waits to be drawn at this moment.
function busy(error: unknown): 'busy' {
  if (error instanceof Refused) return 'busy';
  throw error;
}

/** The brand's icon as a PNG of one size. Its name is made of all that it is drawn from, so that it never changes. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = (await decodedParams(params)) ?? { name: '' };
  const icon = await getBrandIcon(await publicBrand(), name).catch(busy);
  if (icon === 'busy')
    return new Response(null, { status: 503, headers: { 'retry-after': '5', 'cache-control': 'no-store' } });
  if (!icon) return new Response(null, { status: 404 });
  // Another process may know a newer version already, or still an older one.
  if ('elsewhere' in icon)
    return new Response(null, { status: 302, headers: { location: icon.elsewhere, 'cache-control': 'no-store' } });
  return new Response(new Uint8Array(icon.png), {
    headers: {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}
