const MENTION_LINK = /<a href="\/u\/(?=[a-z0-9_-]{2,30}" class="mention")/g;
const WHOLE_LINK = /<a href="\/u\/([a-z0-9_-]{2,30})" class="mention" data-mention="\1">([^<]*)<\/a>/g;

/**
 * Sanitised HTML with its mentions leading to profiles in the given locale segment. Stored HTML holds
 * `/u/handle`, which is the same for every language and is redirected by the remembered choice, so that
 * feeds and mails work too; pages call this to save their readers the redirect.
 */
export function localizeMentions(html: string, segment: string): string {
  return html.replace(MENTION_LINK, `<a href="/${segment}/u/`);
}

/** Rendered HTML in which only handles of members are links; the others are text, as if rendered with that knowledge. */
export function withoutStrangers(html: string, isMember: (handle: string) => boolean): string {
  return html.replace(WHOLE_LINK, (link, handle: string, shown: string) => (isMember(handle) ? link : shown));
}
