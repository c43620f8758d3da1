import { Notice } from '@/components/ui/notice';
import { translator } from '@/lib/core/i18n';
import { listed, type Locale } from '@/lib/core/locale';

type Props = {
  /** The providers that are set up. */
  names: readonly ('twilio' | 'aliyun')[];
  /** How many countries they send codes to. */
  open: number;
  /** How many codes were sent today, for new browsers and for those that are known. */
  sent: readonly number[];
  perDay: number;
  locale: Locale;
};

/** Whether members can sign in by phone, who sends the codes, and how many were sent. */
export function PhoneState({ names, open, sent: [fresh = 0, known = 0], perDay, locale }: Props) {
  const t = translator(locale, 'members');
  if (names.length === 0) return <Notice title={t('phoneSettings.missing')} />;
  if (open === 0) return <Notice tone="warning" title={t('phoneSettings.noCountry')} />;
  const most = perDay;
  return (
    <Notice tone={fresh >= most ? 'warning' : 'positive'} title={t('phoneSettings.on', { count: open })}>
      <p>
        {t('phoneSettings.by', {
          names: listed(
            locale,
            names.map((name) => (name === 'aliyun' ? t('phoneSettings.aliyun') : 'Twilio')),
          ),
        })}
      </p>
      <p>{t('phoneSettings.sent', { fresh: Math.min(fresh, most), known: Math.min(known, most), most })}</p>
    </Notice>
  );
}
