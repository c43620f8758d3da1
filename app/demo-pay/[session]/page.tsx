import { Challenge, Choices, Over, Unknown } from '@/components/demo-pay/demo-pay-views';
import { onThisHost } from '@/lib/core/own-address';
import { isLocale } from '@/lib/core/locale';
import { answerMissing } from '@/lib/server/next-quirks/answer';
import { getDemoPage } from '@/lib/outside/payments/demo/demo-page';
import { pageParams, pageQuery } from '@/lib/web/params';

type Props = {
  params: Promise<{ session: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function DemoPayPage({ params, searchParams }: Props) {
  const asked = await pageParams(params);
  const page = asked && (await getDemoPage(asked.session));
  if (!page) {
    answerMissing();
    return <Unknown />;
  }
  const { step } = await pageQuery(searchParams);
  const { id, amountMinor, currency, description, email, reference } = page.session;
  const locale = isLocale(page.session.locale) ? page.session.locale : 'en';
  const bill = { id, amountMinor, currency, description, email, reference, back: onThisHost(page.session.cancelUrl) };
  if (page.over) return <Over bill={bill} locale={locale} />;
  if (step === 'challenge') return <Challenge bill={bill} locale={locale} />;
  return <Choices bill={bill} locale={locale} declined={step === 'declined'} />;
}
