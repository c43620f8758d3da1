import formatCompiled from 'use-intl/format-message/format-only';

import { compileMessage, type CompiledMessage } from '@/messages/compile';

type Format = typeof formatCompiled;

/** On the server, in place of use-intl's own: writes a sentence, parsed or not yet. A value that is missing throws. */
const formatMessage: Format = (key, message, values, options) =>
  formatCompiled(key, typeof message === 'string' ? parsed(message) : message, demanding(values), options);

formatMessage.raw = false;
export default formatMessage;

// As many as there are sentences.
const seen = new Map<string, CompiledMessage>();

function parsed(message: string): CompiledMessage {
  const known = seen.get(message) ?? compileMessage(message);
  seen.set(message, known);
  return known;
}

type Values = Parameters<Format>[2];

function demanding(values: Values = {}): Values {
  return new Proxy(values, {
    get(all, name) {
      if (!(name in all)) throw new Error(`The sentence needs a value for ${String(name)}`);
      return Reflect.get(all, name);
    },
  });
}
