export { excerpt } from '../sanitize';
export { MAX_MARKDOWN, localizeMentions, renderMarkdown, type Rendered, type RenderOptions } from './render-markdown';
export { slugify } from './slugify';
