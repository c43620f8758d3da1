import type { MarkdownIt, StateCore, Token } from 'markdown-it';

import { path } from '../paths';

/** Who is a member, asked when a text is rendered; without it every handle becomes a link. */
export type MentionEnv = { isMember?: (handle: string) => boolean };

// Behind the name: not more of a name, not an address (@foo@host, @foo.com, @foo/bar).
const MENTION = /(?<![A-Za-z0-9_.+\-/@=&#%])@([A-Za-z0-9_-]{2,30})(?![A-Za-z0-9_@/-]|\.[A-Za-z0-9])/g;

/** Turns @handle into a link to the member, in prose only: not in code, links, e-mail addresses or after "\". */
export function mentions(md: MarkdownIt): void {
  // After linkify, when addresses are links already; before text_join, while "\@" is still a token apart.
  md.core.ruler.after('linkify', 'mentions', (state) => {
    for (const token of state.tokens) {
      if (token.type === 'inline' && token.children) token.children = linkMentions(token.children, state);
    }
  });
  md.renderer.rules.mention = (tokens, at, _options, env) => {
    const { content, meta } = tokens[at]!;
    const { handle } = meta as { handle: string };
    const { isMember } = env as MentionEnv;
    return !isMember || isMember(handle) ? `<a href="${path('u', handle)}" class="mention">${content}</a>` : content;
  };
}

function linkMentions(tokens: Token[], state: StateCore): Token[] {
  let links = 0;
  return tokens.flatMap((token) => {
    if (token.type === 'link_open') links++;
    if (token.type === 'link_close') links--;
    return token.type === 'text' && links === 0 ? splitText(token, state) : [token];
  });
}

function splitText(token: Token, state: StateCore): Token[] {
  const parts: Token[] = [];
  let from = 0;
  for (const match of token.content.matchAll(MENTION)) {
    parts.push(text(token.content.slice(from, match.index), state), mention(match[0], match[1]!.toLowerCase(), state));
    from = match.index + match[0].length;
  }
  return from === 0 ? [token] : [...parts, text(token.content.slice(from), state)];
}

function mention(shown: string, handle: string, state: StateCore): Token {
  const token = new state.Token('mention', 'a', 0);
  token.content = shown;
  token.meta = { handle };
  return token;
}

function text(content: string, state: StateCore): Token {
  const token = new state.Token('text', '', 0);
  token.content = content;
  return token;
}
