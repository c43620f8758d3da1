type Day = { day: string; value: number };

const [width, height, step, bar] = [280, 56, 40, 26];

/** Seven days as bars, each before a paler one of the same weekday a week earlier. Its numbers stand in a table beside it. */
export function DayBars({ week, before }: { week: Day[]; before: Day[] }) {
  const most = Math.max(1, ...[...week, ...before].map(({ value }) => value));
  const tall = (value: number) => (value === 0 ? 0 : Math.max(2, (value / most) * height));
  return (
    <svg viewBox={`0 0 ${width} ${height + 2}`} className="h-16 w-full" preserveAspectRatio="none" aria-hidden>
      {week.map(({ day, value }, at) => {
        const [past, now] = [tall(before[at]?.value ?? 0), tall(value)];
        return (
          <g key={day}>
            <rect
              x={at * step}
              y={height - past}
              width={bar + 8}
              height={past}
              rx={2}
              className="fill-line-strong/50"
            />
            <rect x={at * step + 4} y={height - now} width={bar} height={now} rx={2} className="fill-accent" />
          </g>
        );
      })}
      <rect x={0} y={height} width={width} height={1} className="fill-line" />
    </svg>
  );
}
