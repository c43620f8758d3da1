'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/button';
import { Menu, MenuChoice } from '@/components/ui/menu';
import { chooseTheme, chosenTheme, themes, type Theme } from './theme';

const signs = { light: <Sun aria-hidden />, dark: <Moon aria-hidden />, system: <Monitor aria-hidden /> };

export function ThemeSwitch() {
  const t = useTranslations('shell');
  const [theme, setTheme] = useState<Theme>('system');
  const choose = (value: string) => {
    chooseTheme(value as Theme);
    setTheme(value as Theme);
  };
  const trigger = (
    <IconButton
      label={t('theme.label')}
      className="js-only"
      onPointerDown={() => setTheme(chosenTheme())}
      onFocus={() => setTheme(chosenTheme())}
    >
      <Sun aria-hidden className="dark:hidden" />
      <Moon aria-hidden className="hidden dark:block" />
    </IconButton>
  );
  return (
    <Menu trigger={trigger} label={t('theme.label')}>
      <MenuChoice
        value={theme}
        onValueChange={choose}
        options={themes.map((value) => ({ value, label: t(`theme.${value}`), icon: signs[value] }))}
      />
    </Menu>
  );
}
