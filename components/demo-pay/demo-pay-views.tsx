import { translator } from '@/lib/core/i18n';
import { messageLocale, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { publicBrand } from '@/lib/web/brand';

export type DemoBill = {
  id: string;
  amountMinor: number;
  currency: string;
  description: string;
  email: string;
  reference: string;
  back: string;
};
type Props = { bill: DemoBill; locale: Locale };

const outcomes = ['success', 'shared', 'challenge', 'decline', 'async', 'late', 'duplicate'] as const;

/** The payment page: what is paid, and what the payer lets happen. Plain forms; it needs no scripts. */
export async function Choices({ bill, locale, declined }: Props & { declined: boolean }) {
  const t = translator(locale, 'orders');
  const { currency: home } = await publicBrand();
  return (
    <Sheet bill={bill} locale={locale}>
      {declined && (
        <div role="alert" className="warn">
          <strong>{t('demo.declinedTitle')}</strong>
          <p>{t('demo.declinedBody')}</p>
        </div>
      )}
      <form method="post" action={`/demo-pay/${bill.id}/pay`}>
        <fieldset>
          <legend>{t('demo.choose')}</legend>
          {outcomes.map((outcome, at) => (
            <label key={outcome}>
              <input type="radio" name="outcome" value={outcome} defaultChecked={at === 0} />
              <span>
                <b>{t(`demo.${outcome}`)}</b>
                <small>{t(`demo.${outcome}Hint`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <button type="submit">
          {t('demo.pay', { amount: formatMoney(bill.amountMinor, bill.currency, locale, home) })}
        </button>
      </form>
      <a href={bill.back}>{t('demo.cancel')}</a>
    </Sheet>
  );
}

/** The bank's own question, as 3-D Secure asks it. */
export function Challenge({ bill, locale }: Props) {
  const t = translator(locale, 'orders');
  return (
    <Sheet bill={bill} locale={locale}>
      <h2>{t('demo.challengeTitle')}</h2>
      <p>{t('demo.challengeBody')}</p>
      <form method="post" action={`/demo-pay/${bill.id}/pay`}>
        <button type="submit" name="outcome" value="confirm">
          {t('demo.confirm')}
        </button>
        <button type="submit" name="outcome" value="decline" className="plain">
          {t('demo.refuse')}
        </button>
      </form>
    </Sheet>
  );
}

/** A page whose time is over. */
export function Over({ bill, locale }: Props) {
  const t = translator(locale, 'orders');
  return (
    <Sheet bill={bill} locale={locale}>
      <h2>{t('demo.overTitle')}</h2>
      <p>{t('demo.overBody')}</p>
      <a className="button" href={bill.back}>
        {t('demo.cancel')}
      </a>
    </Sheet>
  );
}

/** For an address that is no payment's; nobody's language is known here. */
export function Unknown() {
  const t = translator('en', 'orders');
  return (
    <DemoPaySite locale="en">
      <h1>{t('demo.overTitle')}</h1>
      <p>{t('demo.overBody')}</p>
    </DemoPaySite>
  );
}

async function Sheet({ bill, locale, children }: Props & { children: React.ReactNode }) {
  const { name, currency: home } = await publicBrand();
  const t = translator(locale, 'orders');
  return (
    <DemoPaySite locale={locale}>
      <div className="head">
        <h1>{t('demo.to', { merchant: name[locale] })}</h1>
        <p className="amount">{formatMoney(bill.amountMinor, bill.currency, locale, home)}</p>
        <p>{bill.description}</p>
        <p className="quiet">
          {t('demo.order', { number: bill.reference })} · {t('demo.email')} {bill.email}
        </p>
      </div>
      {children}
    </DemoPaySite>
  );
}

/** The gateway's own frame, in the payer's language. */
export function DemoPaySite({ locale, children }: { locale: Locale; children: React.ReactNode }) {
  const t = translator(locale, 'orders');
  return (
    <div lang={messageLocale(locale)}>
      <header className="bar">
        <strong>{t('demo.site')}</strong>
        <span>{t('demo.pretend')}</span>
      </header>
      <main>
        <div className="sheet">{children}</div>
      </main>
    </div>
  );
}
