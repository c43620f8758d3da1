import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { decodedParams } from '@/lib/web/params';
import { toReadersLanguage } from '@/lib/web/to-readers-language';

type Props = { params: Promise<{ key: string }> };

/** The address in a QR code on a device's box, which is the same for every language. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const asked = await decodedParams(params);
  if (!asked) return new Response(null, { status: 404 });
  return toReadersLanguage(request, (locale) => inLocale(locale, paths.owned('passport', asked.key)));
}
