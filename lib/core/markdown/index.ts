export { excerpt } from '../sanitize';
export { localizeMentions, withoutStrangers } from './mention-links';
export type { ReadMarkdown, Rendered, RenderOptions } from './render-markdown';
