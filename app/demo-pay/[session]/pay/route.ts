import { backTo, demoOutcomes, getDemoPage, payDemo, type DemoOutcome } from '@/lib/outside/payments/demo/demo-page';

type Context = { params: Promise<{ session: string }> };

/** The demo gateway's form: plays one outcome and sends the payer on. Whoever has the session's secret name may pay it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { session: id } = await params;
  const wanted = (await request.formData().catch(() => null))?.get('outcome');
  const outcome = demoOutcomes.find((each): each is DemoOutcome => each === wanted);
  if (!outcome || !(await getDemoPage(id))) return Response.json({ error: 'not-found' }, { status: 404 });
  const answer = await payDemo(id, outcome);
  if (!answer) return Response.json({ error: 'not-found' }, { status: 404 });
  const here = `/demo-pay/${id}`;
  const next = { store: backTo(answer.session.successUrl), declined: `${here}?step=declined`, challenge: `${here}?step=challenge`, over: here };
  return new Response(null, { status: 303, headers: { location: next[answer.next] } });
}
