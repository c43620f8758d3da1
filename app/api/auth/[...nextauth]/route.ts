import NextAuth from 'next-auth';

import { authOptions } from '@/lib/web/auth-options';

const handler = NextAuth(authOptions);

type Context = { params: Promise<{ nextauth: string[] }> };

// What signing in with a provider takes. The rest would give whoever holds a copied token new ones, or log what anybody sends.
const used = ['providers', 'csrf', 'signin', 'callback', 'error'];

async function answer(request: Request, context: Context): Promise<Response> {
  const [first = ''] = (await context.params).nextauth;
  if (!used.includes(first)) return new Response(null, { status: 404 });
  try {
    return (await handler(request, context)) as Response;
  } catch (error) {
    // A body that says it is JSON and is none is the sender's fault.
    if (error instanceof SyntaxError) return new Response(null, { status: 400 });
    throw error;
  }
}

export { answer as GET, answer as POST };
