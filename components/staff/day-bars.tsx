type Day = { day: string; value: number };

const [width, height] = [280, 56];

/** Days or weeks as bars, each before a paler one of what it is compared with. Their numbers stand in a table beside them. */
export function DayBars({ week, before }: { week: Day[]; before: Day[] }) {
  const step = width / week.length;
  const [bar, edge] = [step * 0.65, step * 0.1];
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
              width={bar + 2 * edge}
              height={past}
              rx={step > 12 ? 2 : 0}
              className="fill-line-strong"
            />
            <rect
              x={at * step + edge}
              y={height - now}
              width={bar}
              height={now}
              rx={step > 12 ? 2 : 0}
              className="fill-accent"
            />
          </g>
        );
      })}
      <rect x={0} y={height} width={width} height={1} className="fill-line" />
    </svg>
  );
}
