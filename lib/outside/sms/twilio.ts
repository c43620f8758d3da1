import { ask, wordOf, type Answered } from './ask';
import { SmsRefused, type SmsProblem, type SmsProvider, type SmsRefusal } from './provider';

export type TwilioSettings = {
  accountSid: string;
  authToken: string;
  /** A number, a messaging service (MG…) or a sender's name. */
  from: string;
  /** Where the API answers, when not at Twilio (tests only). */
  server?: string;
};

/** Twilio's Messages API. https://www.twilio.com/docs/messaging/api/message-resource */
export function twilioProvider({ accountSid, authToken, from, server }: TwilioSettings): SmsProvider {
  const account = `${server ?? 'https://api.twilio.com'}/2010-04-01/Accounts/${accountSid}`;
  const headers = { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` };
  const look = (path: string) => ask(`${account}${path}`, { headers });
  return {
    name: 'twilio',
    reaches: () => true,
    sendCode: async ({ to, text }) => {
      const sender: Record<string, string> = from.startsWith('MG') ? { MessagingServiceSid: from } : { From: from };
      // A message that waits longer than its code is good for helps nobody.
      const body = new URLSearchParams({ To: to, Body: text, ValidityPeriod: '600', ...sender });
      const answer = await ask(`${account}/Messages.json`, { method: 'POST', headers, body });
      if (answer.status !== 201) throw new SmsRefused(refusalOf(answer), wordOf(answer.body.code));
    },
    checkSetup: async () => {
      const { status, body } = await look('.json');
      if (status === 401 || status === 403 || status === 404) return 'key-refused';
      if (status !== 200) throw new SmsRefused('unreachable', `${status}`);
      if (body.status !== 'active') return 'account-closed';
      return from.startsWith('+') ? ownsNumber(look, from) : null;
    },
  };
}

// Names and messaging services stand at other addresses of the API, which a key may not see.
async function ownsNumber(look: (path: string) => Promise<Answered>, from: string): Promise<SmsProblem | null> {
  const { status, body } = await look(
    `/IncomingPhoneNumbers.json?${new URLSearchParams({ PhoneNumber: from }).toString()}`,
  );
  if (status !== 200) throw new SmsRefused('unreachable', `${status}`);
  const owned = body.incoming_phone_numbers;
  return Array.isArray(owned) && owned.length > 0 ? null : 'sender-unknown';
}

// https://www.twilio.com/docs/api/errors: no such number, a landline, a country that the account does not send to, a person who said STOP.
const ofNumber = new Set([21211, 21214, 21217, 21265, 21408, 21610, 21612, 21614]);
const ofPace = new Set([14107, 20429, 21611]);

function refusalOf({ status, body }: Answered): SmsRefusal {
  const code = Number(body.code);
  if (ofNumber.has(code)) return 'number';
  if (status === 429 || ofPace.has(code)) return 'pace';
  return status >= 500 ? 'unreachable' : 'set-up';
}
