import { preferredLocale } from '@/lib/web/preferred-locale';

/** The site's bare address leads to the reader's language: the remembered choice, else what the browser asks for. */
export async function GET(request: Request): Promise<Response> {
  const locale = preferredLocale(request.headers.get('cookie'), request.headers.get('accept-language'));
  return new Response(null, {
    status: 307,
    headers: { location: `/${locale}`, vary: 'Accept-Language, Cookie', 'cache-control': 'private, no-store' },
  });
}
