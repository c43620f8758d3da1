import { themeScript } from './theme';

export const ThemeScript = () => <script dangerouslySetInnerHTML={{ __html: themeScript }} />;
