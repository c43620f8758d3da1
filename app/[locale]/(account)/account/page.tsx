import { currentActor } from '@/lib/web/session';

export default async function AccountPage() {
  const actor = await currentActor();
  return <h1>{actor.kind}</h1>;
}
