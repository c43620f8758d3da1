'use client';

import { useEffect, useRef, type RefObject } from 'react';
import type UPlot from 'uplot';

import type { Pace } from '@/lib/drops/queries';

import { clockWords } from './clock-words';
import { loadChart } from './load-chart';

const height = 224;

/** Draws a pace into an element: in the theme's colours, as wide as the element, anew when either changes. */
export function useClaimsChart(pace: Pace): RefObject<HTMLDivElement | null> {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<UPlot | null>(null);
  const latest = useRef(pace);
  const some = pace.claimed.length > 0;

  useEffect(() => {
    latest.current = pace;
    chart.current?.setData(dataOf(pace));
  }, [pace]);

  useEffect(() => {
    const element = host.current;
    if (!element || !some) return;
    let over = () => {};
    let gone = false;
    void loadChart().then((Chart) => {
      if (gone) return;
      chart.current = new Chart(optionsFor(element, Chart), dataOf(latest.current), element);
      over = follow(chart.current, element);
    });
    return () => {
      gone = true;
      over();
      chart.current?.destroy();
      chart.current = null;
    };
  }, [some]);

  return host;
}

function dataOf({ claimed, returned, step }: Pace): UPlot.AlignedData {
  return [claimed.map((_, at) => at * step), claimed, returned];
}

function follow(chart: UPlot, element: HTMLElement): () => void {
  const size = new ResizeObserver(
    () => element.clientWidth > 0 && chart.setSize({ width: element.clientWidth, height }),
  );
  size.observe(element);
  const paint = () => chart.redraw(false);
  const theme = new MutationObserver(paint);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', paint);
  return () => {
    size.disconnect();
    theme.disconnect();
    dark.removeEventListener('change', paint);
  };
}

// Seconds between the marks of the time axis: a minute has sixty of them.
const clockSteps = [
  1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
];

function optionsFor(element: HTMLElement, Chart: typeof UPlot): UPlot.Options {
  const paint = (name: string) => () => colourOf(element, name);
  const axis = {
    stroke: paint('--muted'),
    ticks: { stroke: paint('--line-strong'), width: 1 },
    font: '12px system-ui, sans-serif',
  };
  return {
    width: Math.max(1, element.clientWidth),
    height,
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { show: false }, y: false },
    scales: { x: { time: false, range: spanOf }, y: { range: (_, __, most) => [0, Math.max(4, most)] } },
    series: [
      {},
      {
        fill: paint('--accent'),
        stroke: paint('--accent'),
        width: 0,
        points: { show: false },
        paths: Chart.paths.bars!({ size: [0.85, 48], align: 1 }),
      },
      { stroke: paint('--info'), width: 2, points: { show: false } },
    ],
    axes: [
      { ...axis, grid: { show: false }, space: 64, incrs: clockSteps, values: (_, splits) => splits.map(clockWords) },
      {
        ...axis,
        grid: { stroke: paint('--line'), width: 1 },
        size: 44,
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000],
      },
    ],
  };
}

// The last bar needs its own width beyond the moment that it begins.
function spanOf({ data: [moments = []] }: UPlot): [number, number] {
  const step = (moments[1] ?? 1) - (moments[0] ?? 0);
  return [0, (moments.at(-1) ?? 0) + step];
}

// A canvas knows no custom properties: an element that is never seen settles them.
function colourOf(element: HTMLElement, name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
