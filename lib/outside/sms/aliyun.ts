import { randomUUID } from 'node:crypto';

import { clock } from '@/lib/core/time';

import { signedCall, type AccessKey } from './aliyun-signature';
import { ask, wordOf, type Answered } from './ask';
import { SmsRefused, type SmsProvider, type SmsRefusal } from './provider';

export type AliyunSettings = {
  key: AccessKey;
  /** The approved signature and template; the template's variable is `code`. */
  sign: string;
  template: string;
  /** Where the API answers, when not at Alibaba Cloud (tests only). */
  server?: string;
};

const host = 'dysmsapi.aliyuncs.com';

/** Alibaba Cloud SMS, to phones of mainland China. https://help.aliyun.com/zh/sms/developer-reference/api-dysmsapi-2017-05-25-sendsms */
export function aliyunProvider({ key, sign, template, server }: AliyunSettings): SmsProvider {
  const call = (action: string, query: Record<string, string>): Promise<Answered> => {
    const moment = { date: clock().toISOString().replace(/\.\d+/, ''), nonce: randomUUID() };
    const at = server ? new URL(server).host : host;
    const { search, headers } = signedCall(key, { host: at, action, version: '2017-05-25', query, ...moment });
    return ask(`${server ?? `https://${host}`}/?${search}`, { method: 'POST', headers });
  };
  return {
    name: 'aliyun',
    reaches: (country) => country === 'CN',
    sendCode: async ({ to, code }) => {
      const { body, status } = await call('SendSms', {
        PhoneNumbers: to.replace(/^\+86/, ''),
        SignName: sign,
        TemplateCode: template,
        TemplateParam: JSON.stringify({ code }),
      });
      if (body.Code !== 'OK') throw new SmsRefused(refusalOf(status, body.Code), wordOf(body.Code ?? status));
    },
    checkSetup: async () => {
      const { body, status } = await call('QuerySmsTemplate', { TemplateCode: template });
      if (body.Code === 'OK') return body.TemplateStatus === 1 ? null : 'template-pending';
      if (isOfKey(body.Code)) return 'key-refused';
      if (refusalOf(status, body.Code) === 'unreachable')
        throw new SmsRefused('unreachable', wordOf(body.Code ?? status));
      return isOfAccount(body.Code) ? 'account-closed' : 'template-unknown';
    },
  };
}

const isOfKey = (code: unknown): boolean =>
  /^(InvalidAccessKeyId|SignatureDoesNotMatch|IncompleteSignature|Forbidden|NoPermission|isp\.RAM_PERMISSION_DENY)/.test(
    String(code),
  );
const isOfAccount = (code: unknown): boolean =>
  /^isv\.(AMOUNT_NOT_ENOUGH|OUT_OF_SERVICE|ACCOUNT_|PRODUCT_UN)/.test(String(code));

// https://help.aliyun.com/zh/sms/developer-reference/api-error-codes
function refusalOf(status: number, code: unknown): SmsRefusal {
  const said = String(code);
  if (/^isv\.(MOBILE_NUMBER_ILLEGAL|BLACK_KEY_CONTROL_LIMIT|MOBILE_COUNT_OVER_LIMIT)/.test(said)) return 'number';
  if (/^isv\.(BUSINESS_LIMIT_CONTROL|DAY_LIMIT_CONTROL|MONTH_LIMIT_CONTROL)|^Throttling/.test(said)) return 'pace';
  return status >= 500 || /^isp\.SYSTEM_ERROR|^ServiceUnavailable/.test(said) ? 'unreachable' : 'set-up';
}
