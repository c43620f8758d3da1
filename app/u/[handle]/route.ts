import { inLocale, paths } from '@/lib/core/paths';
import { toReadersLanguage } from '@/lib/web/to-readers-language';

type Props = { params: Promise<{ handle: string }> };

/** A mention as it stands in feeds, mails and copies of a post, which are the same for every language. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { handle } = await params;
  return toReadersLanguage(request, (locale) => inLocale(locale, paths.member(encodeURIComponent(decodeURIComponent(handle)))));
}
