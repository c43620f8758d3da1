import type { SeedRelease } from './feedback-shapes';

/** What shipped in the demo, and which ideas went with it. */
export const releases: readonly SeedRelease[] = [
  {
    product: 'foxtail-air',
    kind: 'HARDWARE',
    version: 'Rev B',
    ago: 62,
    ideas: ['softer-hook', 'left-quiet'],
    title: 'The hook that forgets your glasses',
    titleZh: '忘得掉眼镜的耳挂',
    markdown:
      'Rev B is the Air as many of you drew it for us.\n\n- The part behind the ear is **1.4 mm thinner** and two steps softer. Glasses fit on top of it.\n- Left and right now keep the same level through a whole night shift.\n- Same weight, same colours, same price.\n\nEverything in stock from this week on is Rev B.',
    markdownZh:
      'Rev B 就是你们画给我们看的那副 Air。\n\n- 耳后部分**薄了 1.4 毫米**，软了两档，眼镜可以叠在上面。\n- 左右音量整晚保持一致，夜班也一样。\n- 重量、颜色、价格都不变。\n\n本周起库存全部是 Rev B。',
  },
  {
    product: 'foxtail-hearth',
    kind: 'FIRMWARE',
    version: '1.4',
    ago: 44,
    ideas: ['hearth-stand', 'hearth-hum'],
    title: 'Three rooms, one Hearth',
    titleZh: '三个房间，一台 Hearth',
    markdown:
      'Long-press the dial to switch between **three saved tunings**. The Hearth says which one, once, quietly.\n\nThe hum beside laptops is gone: it was our power supply, and it was a flat G.\n\nThe update installs itself overnight when the Hearth is plugged in.',
    markdownZh:
      '长按旋钮，可以在**三组调音**之间切换。Hearth 会轻声报一次是哪一组。\n\n笔记本旁边的嗡声也没有了：是我们的电源，音高是偏低的 G。\n\n插着电时，更新会在夜里自动安装。',
  },
  {
    product: 'foxtail-air',
    kind: 'FIRMWARE',
    version: '2.1',
    ago: 21,
    ideas: ['wind', 'two-devices'],
    title: 'Wind mode, and two devices at once',
    titleZh: '风噪模式，双设备同时连接',
    markdown:
      'Two wishes, both from people who move between places.\n\n### Wind mode\nTurn it on in the app, or leave it on *automatic*: above 18 km/h the Air takes out what the wind puts in. Voices and directions stay clear.\n\n### Two devices\nThe Air stays with your computer and your phone. A call takes over, and gives back when you hang up.',
    markdownZh:
      '两个愿望，都来自在路上的人。\n\n### 风噪模式\n在 App 里打开，或者设为*自动*：时速超过 18 公里，风带来的声音就会被压下去，人声和导航照样清楚。\n\n### 双设备\nAir 同时连着电脑和手机。来电自动切换，挂断自动切回。',
  },
];
