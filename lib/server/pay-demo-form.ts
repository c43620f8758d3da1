import { answer, type Answer } from '@/lib/core/endpoint';
import { onThisHost } from '@/lib/core/own-address';
import { demoOutcomes, payDemo, type DemoOutcome } from '@/lib/outside/payments/demo/demo-page';

/** The demo gateway's form: plays one outcome and sends the payer on. The session's secret name is the only permission it needs. */
export async function payDemoForm(id: string, form: string): Promise<Answer> {
  const wanted = new URLSearchParams(form).get('outcome');
  const outcome = demoOutcomes.find((each): each is DemoOutcome => each === wanted);
  const paid = outcome && (await payDemo(id, outcome));
  if (!paid) return answer(404, { error: 'not-found' });
  const here = `/demo-pay/${id}`;
  const next = {
    store: onThisHost(paid.session.successUrl),
    declined: `${here}?step=declined`,
    challenge: `${here}?step=challenge`,
    over: here,
  };
  return answer(303, null, { location: next[paid.next] });
}
