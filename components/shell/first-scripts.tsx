import { keepEarlyWords } from './early-words';
import { themeScript } from './theme';

const scripts = `${themeScript};(${keepEarlyWords.toString()})()`;

/** What has to run before a page's own scripts have come: the theme that was chosen, and a hold on what is typed. */
export const FirstScripts = () => <script dangerouslySetInnerHTML={{ __html: scripts }} />;
