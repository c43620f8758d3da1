/** A code on its way to a phone. `text` is for a provider that sends any text; others put the code into a template of theirs. */
export type CodeMessage = { to: string; country: string; code: string; text: string };

/** Why a provider would not send: the number, what is set up there, its own pace, or no answer. */
export type SmsRefusal = 'number' | 'set-up' | 'pace' | 'unreachable';

/** What is wrong with how a provider is set up. */
export type SmsProblem = 'key-refused' | 'account-closed' | 'sender-unknown' | 'template-unknown' | 'template-pending';

/** A message that was not taken. `word` is the provider's own, which names no number. */
export class SmsRefused extends Error {
  constructor(
    readonly code: SmsRefusal,
    readonly word: string,
  ) {
    super(`SMS was not taken: ${code} (${word})`);
    this.name = 'SmsRefused';
  }
}

export type SmsProvider = {
  name: 'twilio' | 'aliyun';
  /** Whether it sends to phones of a country. */
  reaches(country: string): boolean;
  /** Hands one message over; throws SmsRefused. It is tried once: a second try would be a second message, and cost twice. */
  sendCode(message: CodeMessage): Promise<void>;
  /** Asks the provider whether it would send, without sending; null where all is right. */
  checkSetup(): Promise<SmsProblem | null>;
};
