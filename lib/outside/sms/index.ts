import { env } from '@/lib/core/env';

import { aliyunProvider } from './aliyun';
import type { SmsProvider } from './provider';
import { twilioProvider } from './twilio';

export { SmsRefused, type CodeMessage, type SmsProblem, type SmsProvider, type SmsRefusal } from './provider';

/** The providers that are set up, the one for fewer countries first; each has its settings whole, or none (lib/core/settings.ts). */
export function smsProviders(): SmsProvider[] {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from, SMS_API_URL: server } = env;
  const {
    ALIYUN_SMS_KEY_ID: id,
    ALIYUN_SMS_KEY_SECRET: secret,
    ALIYUN_SMS_SIGN: sign,
    ALIYUN_SMS_TEMPLATE: template,
  } = env;
  return [
    ...(id && secret && sign && template ? [aliyunProvider({ key: { id, secret }, sign, template, server })] : []),
    ...(accountSid && authToken && from ? [twilioProvider({ accountSid, authToken, from, server })] : []),
  ];
}

/** Whether a code can be sent to any phone at all. */
export const hasSms = (): boolean => smsProviders().length > 0;

/** The provider that sends to phones of a country; null where none does. */
export const smsProviderFor = (country: string): SmsProvider | null =>
  smsProviders().find((provider) => provider.reaches(country)) ?? null;
