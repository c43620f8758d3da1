import NextAuth from 'next-auth';
import { NextRequest } from 'next/server';

import { authOptions } from '@/lib/web/auth-options';
import { asWechatAddress, isWechat, stateFrom } from '@/lib/web/wechat';

const handler = NextAuth(authOptions);

type Context = { params: Promise<{ nextauth: string[] }> };

// What signing in with a provider takes. The rest would give whoever holds a copied token new ones, or log what anybody sends.
const used = ['providers', 'csrf', 'signin', 'callback', 'error'];

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const [first = '', provider = ''] = (await context.params).nextauth;
  if (!used.includes(first)) return new Response(null, { status: 404 });
  try {
    if (!isWechat(provider)) return (await handler(request, context)) as Response;
    const asked = first === 'callback' ? withState(request) : request;
    const answered = (await handler(asked, context)) as Response;
    return first === 'signin' ? toWechat(answered) : answered;
  } catch (error) {
    // A body that says it is JSON and is none is the sender's fault.
    if (error instanceof SyntaxError) return new Response(null, { status: 400 });
    throw error;
  }
}

// WeChat takes addresses and states in a form of its own.
async function toWechat(answered: Response): Promise<Response> {
  const { headers, status } = answered;
  const location = headers.get('location');
  if (location) {
    headers.set('location', asWechatAddress(location));
    return answered;
  }
  const said = (await answered.json().catch(() => null)) as { url?: unknown } | null;
  if (typeof said?.url !== 'string') return new Response(null, { status: 400 });
  return new Response(JSON.stringify({ url: asWechatAddress(said.url) }), { status, headers });
}

function withState(request: NextRequest): NextRequest {
  const url = new URL(request.url);
  const state = stateFrom(url.searchParams.get('state'));
  if (state === null) url.searchParams.delete('state');
  else url.searchParams.set('state', state);
  return new NextRequest(url, { headers: request.headers });
}

export { answer as GET, answer as POST };
