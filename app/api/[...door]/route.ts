import { memberId } from '@/lib/core/actor';
import { findDoor } from '@/lib/core/door';
import { doors } from '@/lib/server/endpoints';
import { clientAddress, clientNetwork } from '@/lib/server/address';
import { openDoor } from '@/lib/server/open-door';
import { sameOrigin } from '@/lib/server/same-origin';
import { currentActor } from '@/lib/web/session';

/** The fast doors, for hosts without the custom server and for development. */
async function knock(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const found = findDoor(doors, request.method, url.pathname);
  if (!found) return Response.json({ error: 'not-found' }, { status: 404 });
  if (!sameOrigin(request.method, (name) => request.headers.get(name)))
    return Response.json({ error: 'forbidden' }, { status: 403 });
  const { status, body, headers } = await openDoor(found.door, {
    params: found.params,
    query: url.searchParams,
    ip: clientNetwork(
      clientAddress(request.headers.get('x-forwarded-for'), request.headers.get('x-millet-address') ?? undefined),
    ),
    actor: currentActor,
    memberId: async () => memberId(await currentActor()),
    body: () => request.json().catch(() => undefined),
  });
  return Response.json(body, { status, headers });
}

export { knock as GET, knock as POST };
