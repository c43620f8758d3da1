import { backTo, demoOutcomes, payDemo, type DemoOutcome } from '@/lib/outside/payments/demo/demo-page';

/** The demo gateway's form: plays one outcome and sends the payer on. Whoever has the session's secret name may pay it. */
export async function payDemoForm(id: string, request: Request): Promise<Response> {
  const wanted = new URLSearchParams(await request.text()).get('outcome');
  const outcome = demoOutcomes.find((each): each is DemoOutcome => each === wanted);
  const answer = outcome && (await payDemo(id, outcome));
  if (!answer) return Response.json({ error: 'not-found' }, { status: 404 });
  const here = `/demo-pay/${id}`;
  const next = { store: backTo(answer.session.successUrl), declined: `${here}?step=declined`, challenge: `${here}?step=challenge`, over: here };
  return new Response(null, { status: 303, headers: { location: next[answer.next] } });
}
