import type { MarkdownIt, StateCore, Token } from 'markdown-it';

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
  const isMember = (state.env as MentionEnv).isMember;
  const parts: Token[] = [];
  let from = 0;
  for (const match of token.content.matchAll(MENTION)) {
    const handle = match[1]!.toLowerCase();
    if (isMember && !isMember(handle)) continue;
    parts.push(text(token.content.slice(from, match.index), state), ...link(handle, match[0], state));
    from = match.index + match[0].length;
  }
  return from === 0 ? [token] : [...parts, text(token.content.slice(from), state)];
}

function link(handle: string, shown: string, state: StateCore): Token[] {
  const open = new state.Token('link_open', 'a', 1);
  open.attrs = [
    ['href', `/u/${handle}`],
    ['class', 'mention'],
  ];
  return [open, text(shown, state), new state.Token('link_close', 'a', -1)];
}

function text(content: string, state: StateCore): Token {
  const token = new state.Token('text', '', 0);
  token.content = content;
  return token;
}
