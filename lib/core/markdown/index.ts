export { excerpt } from '../sanitize';
export { MAX_ELEMENTS, MAX_LINKS, MAX_MARKDOWN, localizeMentions, readMarkdown, renderMarkdown, type ReadMarkdown, type Rendered, type RenderOptions } from './render-markdown';
export { slugify } from './slugify';
